import type { AwkwardFile } from './awkward-file.js';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const WB = '"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",';
const WB_ROW =
  '"Kenya","KEN","Individuals using the Internet (% of population)","IT.NET.USER.ZS","5","6.25",';
const SDMX2 =
  'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,AGE,URBANISATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS';
const SDMX2_ROW = (
  area: string,
  sex: string,
  year: string,
  value: string,
  status = 'A',
  mult = '0',
  freq = 'A',
): string =>
  `dataflow,ITU:DF(1.0),I,${freq},${area},UI_NETUSE,${sex},_T,_T,PT,${year},${value},${mult},${status}`;
const SDG =
  'Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail,UpperBound,LowerBound,BasePeriod,Source,FootNote,Nature,Observation Status,Units,[Sex]';
const SDG_ROW = (area: string, year: string, value: string, sex: string, nature = 'C'): string =>
  `17,17.8,17.8.1,IT_USE_ii99,Internet users per 100 inhabitants,${area},x,${year},${value},${year},,,,ITU,,${nature},A,PERCENT,${sex}`;
const lacking = (times: number): readonly string[] => Array.from({ length: times }, () => 'missing_column 1');
const SOURCE = { source: 'a file' };
const NET = { indicator: 'UI_NETUSE', source: 'a file' };

/** Tables as those who publish figures lay them out. Written for this test in their forms; the figures are invented. */
export const PUBLISHERS: readonly AwkwardFile[] = [
  {
    name: 'World Bank, API download',
    content: lines(
      '\ufeff"Data Source","World Development Indicators",',
      '',
      '"Last Updated Date","2024-06-28",',
      '',
      WB,
      WB_ROW,
    ),
    figures: ['6 KEN UI_NETUSE 2019 5', '6 KEN UI_NETUSE 2020 6.25'],
  },
  {
    name: 'World Bank, bulk',
    content: lines(
      'Country Name,Country Code,Indicator Name,Indicator Code,2019,2020',
      'Arab World,ARB,Internet users,IT.NET.USER.ZS,1,2',
      'Kenya,KEN,Internet users,IT.NET.USER.ZS,,6.25',
      'Kenya,KEN,Other,AG.LND.AGRI.K2,7,8',
    ),
    figures: ['3 KEN UI_NETUSE 2020 6.25'],
    problems: ['unknown_indicator 4D'],
  },
  {
    name: 'World Bank, DataBank',
    content: lines(
      'Country Name,Country Code,Series Name,Series Code,2019 [YR2019],2020 [YR2020]',
      'Kenya,KEN,Internet,IT.NET.USER.ZS,5,..',
      '',
      '',
      '',
      'Data from database: World Development Indicators',
      'Last Updated: 06/28/2024',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
    repairs: ['text_line 2', 'no_figure 1'],
  },
  {
    name: 'World Bank, DataBank in rows',
    content: lines(
      'Time,Time Code,Country Name,Country Code,Individuals using the Internet (% of population) [IT.NET.USER.ZS],Access to electricity (% of population) [EG.ELC.ACCS.ZS]',
      '2019,YR2019,Kenya,KEN,5,70.5',
    ),
    answers: SOURCE,
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_ELEC 2019 70.5'],
  },
  {
    name: 'World Bank, metadata of countries',
    content: lines(
      '"Country Code","Region","IncomeGroup","SpecialNotes","TableName",',
      '"ABW","Latin America & Caribbean","High income","","Aruba",',
    ),
    problems: [
      'unknown_column 1D',
      'unknown_column 1E',
      'missing_column 1',
      'missing_column 1',
      'missing_column 1',
      'missing_column 1',
    ],
  },
  {
    name: 'World Bank, Data360',
    content: lines(
      'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,TIME_PERIOD,DATABASE_ID,UNIT_MULT,OBS_VALUE,OBS_STATUS,REF_AREA_LABEL,INDICATOR_LABEL,SEX_LABEL,DATABASE_ID_LABEL',
      'datastructure,WB.DATA360:DS_DATA360(1.3),I,A,KEN,PCH_IXP_NUM,_T,2024,PCH,0,3,A,Kenya,Exchanges,Total,Internet Exchange Directory',
    ),
    figures: ['2 KEN WO_IXP_COUNT 2024 3'],
  },
  {
    name: 'World Bank, Data360, every third year',
    content: lines(SDMX2, SDMX2_ROW('KEN', '_T', '2024', '5', 'A', '0', 'A3')),
    figures: ['2 KEN UI_NETUSE 2024 5'],
  },
  {
    name: 'Our World in Data',
    content: lines(
      'Entity,Code,Year,Share of the population using the Internet',
      'Kenya,KEN,2019,5',
      'World,OWID_WRL,2019,6',
      'Africa,,2019,7',
      'Kosovo,OWID_KOS,2019,8',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'Our World in Data, short names',
    content: lines('entity,code,year,it_net_user_zs', 'Kenya,KEN,2019,5'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'Our World in Data, with a region column',
    content: lines(
      'Entity,Code,Year,Share of the population using the Internet,World regions according to OWID',
      'Kenya,KEN,2019,5,Africa',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'Our World in Data, unknown title',
    content: lines('Entity,Code,Year,Some share', 'Kenya,KEN,2019,5'),
    problems: ['indicator_needed 1D'],
  },
  {
    name: 'Our World in Data, by day',
    content: lines(
      'Entity,Code,Day,Share of the population using the Internet',
      'Kenya,KEN,2019-01-05,5',
      'Kenya,KEN,2019-01-06,6',
    ),
    problems: ['unknown_column 1B', 'unknown_column 1C', 'unknown_column 1D', ...lacking(4)],
  },
  {
    name: 'SDMX-CSV 1',
    content: lines(
      'DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS',
      'ITU:DF(1.0),A,KE,UI_NETUSE,2019,5,A',
      'ITU:DF(1.0),A,AL,UI_NETUSE,2019,6,E',
      'ITU:DF(1.0),A,AL,UI_NETUSE,2020,NaN,M',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5', '3 ALB UI_NETUSE 2019 6'],
  },
  {
    name: 'SDMX-CSV 1 with labels in the cells',
    content: lines(
      'DATAFLOW,FREQ: Frequency,REF_AREA: Reference area,INDICATOR: Indicator,TIME_PERIOD: Time period,OBS_VALUE: Value',
      'ITU:DF(1.0): Data,A: Annual,KEN: Kenya,UI_NETUSE: Internet users,2019,5',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'SDMX-CSV 2',
    content: lines(
      SDMX2,
      SDMX2_ROW('KEN', '_T', '2019', '5'),
      SDMX2_ROW('KEN', 'F', '2019', '4'),
      SDMX2_ROW('KEN', 'M', '2019', '6'),
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
    repairs: ['part_row 2'],
  },
  {
    name: 'SDMX-CSV 2 without totals',
    content: lines(SDMX2, SDMX2_ROW('KEN', 'F', '2019', '4'), SDMX2_ROW('KEN', 'M', '2019', '6')),
    problems: ['breakdown_without_total 2G', 'breakdown_without_total 3G'],
  },
  {
    name: 'SDMX-CSV 2, deleted rows',
    content: lines(
      SDMX2,
      SDMX2_ROW('KEN', '_T', '2019', '5'),
      SDMX2_ROW('KEN', '_T', '2020', '').replace(',I,', ',D,'),
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
    repairs: ['deleted_row 1'],
  },
  {
    name: 'SDMX-CSV 2, quarters',
    content: lines(SDMX2, SDMX2_ROW('KEN', '_T', '2019-Q1', '5', 'A', '0', 'Q')),
    problems: ['not_annual 2D'],
  },
  {
    name: 'SDMX-CSV 2, years beside quarters',
    content: lines(
      SDMX2,
      SDMX2_ROW('KEN', '_T', '2019', '5'),
      SDMX2_ROW('KEN', '_T', '2019-Q1', '4', 'A', '0', 'Q'),
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
    repairs: ['not_annual_row 1'],
  },
  {
    name: 'SDMX-CSV 2, powers of ten',
    content: lines(SDMX2, SDMX2_ROW('KEN', '_T', '2019', '0.5', 'A', '1')),
    figures: ['2 KEN UI_NETUSE 2019 5'],
    repairs: ['power_of_ten'],
  },
  {
    name: 'SDMX-CSV 2, statuses',
    content: lines(
      SDMX2,
      ...['A', 'E', 'P', 'B', 'O', 'L', 'F', 'Q', 'N'].map((status, at) =>
        SDMX2_ROW('KEN', '_T', String(2001 + at), String(at + 1), status),
      ),
    ),
    figures: [
      '2 KEN UI_NETUSE 2001 1',
      '3 KEN UI_NETUSE 2002 2',
      '4 KEN UI_NETUSE 2003 3',
      '5 KEN UI_NETUSE 2004 4',
      '10 KEN UI_NETUSE 2009 9',
    ],
    problems: ['forecast_value 8N'],
  },
  {
    name: 'SDMX-CSV 2, labels in columns of their own',
    content: lines(
      'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,INDICATOR,Indicator,TIME_PERIOD,Time period,OBS_VALUE,Observation value',
      'DATAFLOW,A:B(1.0),Data,I,KEN,Kenya,UI_NETUSE,Internet users,2019,,5,',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'OECD Data Explorer',
    content: lines(
      'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,MEASURE,Measure,UNIT_MEASURE,Unit of measure,SEX,Sex,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier',
      'DATAFLOW,OECD.STI:DSD_ICT(1.0),ICT,I,AUS,Australia,B_IND,Internet users,PT_IND,Percentage of individuals,_T,Total,2019,,90.5,,A,Normal value,0,Units',
    ),
    answers: { indicator: 'UI_NETUSE' },
    figures: ['2 AUS UI_NETUSE 2019 90.5'],
  },
  {
    name: 'OECD.Stat of old',
    content: lines(
      '"LOCATION","Country","INDICATOR","Indicator","TIME","Time","Unit Code","Unit","PowerCode Code","PowerCode","Value","Flag Codes","Flags"',
      '"AUS","Australia","UI_NETUSE","Internet users","2019","2019","PC","Percentage","0","Units",90.5,"",""',
      '"OECD","OECD - Total","UI_NETUSE","Internet users","2019","2019","PC","Percentage","0","Units",80,"E","Estimated value"',
    ),
    answers: SOURCE,
    figures: ['2 AUS UI_NETUSE 2019 90.5'],
  },
  {
    name: 'Eurostat TSV',
    content: lines(
      'freq,indic_is,ind_type,unit,geo\\TIME_PERIOD\t2019 \t2020 ',
      'A,I_IU3,IND_TOTAL,PC_IND,AT\t88 \t: ',
      'A,I_IU3,IND_TOTAL,PC_IND,EL\t76 b\t78 ',
      'A,I_IU3,IND_TOTAL,PC_IND,EU27_2020\t84 \t87 ',
      'A,I_IU3,F_Y16_24,PC_IND,AT\t99 \t99 ',
    ),
    answers: { indicator: 'UI_NETUSE' },
    figures: ['2 AUT UI_NETUSE 2019 88', '3 GRC UI_NETUSE 2019 76', '3 GRC UI_NETUSE 2020 78'],
  },
  {
    name: 'Eurostat SDMX-CSV',
    content: lines(
      'DATAFLOW,LAST UPDATE,freq,indic_is,ind_type,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG',
      'ESTAT:ISOC(1.0),01/06/24 23:00:00,A,I_IU3,IND_TOTAL,PC_IND,AT,2019,88,',
      'ESTAT:ISOC(1.0),01/06/24 23:00:00,A,I_IU3,IND_TOTAL,PC_IND,EL,2019,76,b',
      'ESTAT:ISOC(1.0),01/06/24 23:00:00,A,I_IU3,IND_TOTAL,PC_IND,EL,2020,,u',
    ),
    answers: { indicator: 'UI_NETUSE' },
    figures: ['2 AUT UI_NETUSE 2019 88', '3 GRC UI_NETUSE 2019 76'],
  },
  {
    name: 'Eurostat, two units',
    content: lines(
      'DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG',
      'E,x,A,PC_IND,AT,2019,88,',
      'E,x,A,THS,AT,2019,7000,',
    ),
    answers: { indicator: 'UI_NETUSE' },
    problems: ['several_units 2D', 'scale_unclear 3D'],
  },
  {
    name: 'Eurostat spreadsheet as text',
    content: lines(
      'Data extracted on 01/06/2024 12:00:00 from [ESTAT],,,',
      'Dataset:,Individuals - internet use,,',
      ',,,',
      'TIME,2019,2019,2020',
      'GEO (Labels),,Flags,',
      'Austria,88,,90',
      'Greece,76,b,78',
    ),
    answers: NET,
    problems: ['missing_column 4'],
  },
  {
    name: 'UN SDG database',
    content: lines(
      SDG,
      SDG_ROW('404', '2019', '5', 'BOTHSEX'),
      SDG_ROW('404', '2019', '4', 'FEMALE'),
      SDG_ROW('1', '2019', '50', 'BOTHSEX'),
      SDG_ROW('8', '2020.0', '6', 'BOTHSEX', 'E'),
    ),
    figures: ['2 KEN UI_NETUSE 2019 5', '5 ALB UI_NETUSE 2020 6'],
  },
  {
    name: 'UN SDG database, <1',
    content: lines(SDG, SDG_ROW('404', '2019', '<1', 'BOTHSEX')),
    problems: ['value_is_a_bound 2I'],
  },
  {
    name: 'UN Data',
    content: lines(
      '"Country or Area","Year","Value","Value Footnotes"',
      '"Kenya","2019","5","1"',
      '"Albania","2019","6",""',
      '"footnoteSeqID","Footnote"',
      '"1","Estimate."',
    ),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5', '3 ALB UI_NETUSE 2019 6'],
    repairs: ['text_line 2'],
  },
  {
    name: 'UN Data, tables of the yearbook',
    content: lines(
      'T27,Internet usage,,,,,',
      'Region/Country/Area,,Year,Series,Value,Footnotes,Source',
      '1,"Total, all countries or areas",2019,Percentage of individuals using the internet,53.7,,"ITU, Geneva"',
      '404,Kenya,2019,Percentage of individuals using the internet,22.7,,"ITU, Geneva"',
    ),
    answers: { indicator: 'UI_NETUSE' },
    figures: ['4 KEN UI_NETUSE 2019 22.7'],
  },
  {
    name: 'ITU DataHub',
    content: lines(
      'seriesID,seriesCode,seriesName,seriesParent,seriesUnits,entityID,entityIso,entityName,dataValue,dataYear,dataNote,dataSource,seriesDescription,answer_entityName',
      '11624,i99H,Individuals using the Internet,x,%,404,KEN,Kenya,22.7,2019,,"Survey, 2019",y,',
      '11624,i99H,Individuals using the Internet,x,%,8,ALB,Albania,68.6,2019,"Age 16-74",INSTAT,y,',
    ),
    figures: ['2 KEN UI_NETUSE 2019 22.7', '3 ALB UI_NETUSE 2019 68.6'],
  },
  {
    name: 'ITU statistics of countries',
    content: lines(
      '"Percentage of Individuals using the Internet",,,,,,',
      'Country,,2019,,,2020,,',
      ',,value,note,source,value,note,source',
    ),
    answers: NET,
    problems: ['missing_column 3', 'missing_column 3'],
  },
  {
    name: 'ILOSTAT',
    content: lines(
      'ref_area,source,indicator,sex,classif1,time,obs_value,obs_status,note_source',
      'KEN,BA:100,UI_NETUSE,SEX_T,AGE_AGGREGATE_TOTAL,2019,5,,R1:1',
      'KEN,BA:100,UI_NETUSE,SEX_F,AGE_AGGREGATE_TOTAL,2019,4,,R1:1',
      'KEN,BA:100,UI_NETUSE,SEX_T,AGE_AGGREGATE_Y15-24,2019,9,,R1:1',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
    repairs: ['part_row 1'],
  },
  {
    name: 'ILOSTAT with labels',
    content: lines(
      'ref_area.label,source.label,indicator.label,sex.label,time,obs_value',
      'Kenya,LFS - Labour Force Survey,Individuals using the Internet (% of population),Total,2019,5',
      'Kenya,LFS - Labour Force Survey,Individuals using the Internet (% of population),Female,2019,4',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'WHO Global Health Observatory',
    content: lines(
      'IndicatorCode,Indicator,ValueType,ParentLocationCode,ParentLocation,Location type,SpatialDimValueCode,Location,Period type,Period,IsLatestYear,Dim1 type,Dim1,Dim1ValueCode,FactValueNumericPrefix,FactValueNumeric,Value,Language,DateModified',
      'UI_NETUSE,x,text,AFR,Africa,Country,KEN,Kenya,Year,2019,true,Sex,Both sexes,SEX_BTSX,,5,"5 [4-6]",EN,2020-01-01',
      'UI_NETUSE,x,text,AFR,Africa,Country,KEN,Kenya,Year,2019,true,Sex,Female,SEX_FMLE,,4,"4 [3-5]",EN,2020-01-01',
    ),
    answers: SOURCE,
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'FAOSTAT',
    content: lines(
      '"Domain Code","Domain","Area Code (M49)","Area","Element Code","Element","Item Code","Item","Year Code","Year","Unit","Value","Flag","Flag Description"',
      '"SDGB","SDG","404","Kenya","6121","Value","24002","Internet","2019","2019","%","5","A","Official figure"',
    ),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'IMF, in columns',
    content: lines(
      '"Country Name","Country Code","Indicator Name","Indicator Code","Attribute","2019","2020",',
      '"Kenya","664","Internet users","IT.NET.USER.ZS","Value","5","6",',
      '"Kenya","664","Internet users","IT.NET.USER.ZS","Status","E","",',
    ),
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2020 6'],
    problems: ['not_a_number 3F'],
  },
  {
    name: 'IMF World Economic Outlook',
    content: lines(
      'WEO Country Code\tISO\tWEO Subject Code\tCountry\tSubject Descriptor\tUnits\tScale\t2019\t2020\tEstimates Start After',
      '664\tKEN\tNGDP\tKenya\tGross domestic product\tNational currency\tBillions\t10,237.727\t10,715.070\t2019',
    ),
    problems: ['indicator_needed 1', 'missing_column 1'],
  },
  {
    name: 'IMF World Economic Outlook, with an indicator',
    content: lines(
      'WEO Country Code\tISO\tCountry\tUnits\tScale\t2019\t2020',
      '664\tKEN\tKenya\tNational currency\tBillions\t10,237.727\t10,715.070',
    ),
    answers: { indicator: 'SS_SECSERV', source: 'IMF' },
    problems: ['scale_unclear 2E'],
  },
  {
    name: 'UNESCO, bulk',
    content: lines(
      'INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER',
      'SE.ADT.LITR.ZS,KEN,2018,81.5,NA,',
      'SE.ADT.LITR.ZS,KEN,2019,82.5,,UIS_EST',
    ),
    answers: SOURCE,
    figures: ['2 KEN UI_LITERACY 2018 81.5', '3 KEN UI_LITERACY 2019 82.5'],
  },
  {
    name: 'V-Dem',
    content: lines(
      'country_name,country_text_id,country_id,year,v2x_rule,v2x_rule_codelow,v2x_rule_codehigh',
      'Kenya,KEN,40,2019,0.5,0.4,0.6',
    ),
    answers: SOURCE,
    figures: ['2 KEN RR_RULE 2019 0.5'],
  },
  {
    name: 'Freedom House',
    content: lines(
      'Country/Territory,Region,C/T?,Edition,Status,PR rating,CL rating,Total',
      'Kenya,Africa,c,2020,PF,4,4,48',
    ),
    answers: { indicator: 'RR_FIW', source: 'x' },
    problems: [
      'unknown_column 1C',
      'unknown_column 1F',
      'unknown_column 1G',
      'unknown_column 1H',
      ...lacking(2),
    ],
  },
  {
    name: 'Reporters without Borders',
    content: lines(
      'ISO;Score;Rank;Political Context;Rank_Pol;Zone;Country_EN;Country_FR;Year (N)',
      'NOR;92,65;1;94,89;1;UE Balkans;Norway;Norvège;2022',
      'KEN;64,59;69;65,0;70;Afrique;Kenya;Kenya;2022',
    ),
    answers: { indicator: 'FT_RSF', source: 'RSF' },
    problems: ['value_column_unclear 1'],
  },
  {
    name: 'Reporters without Borders, mapped',
    content: lines(
      'ISO;Score;Rank;Political Context;Year (N)',
      'NOR;92,65;1;94,89;2022',
      'KEN;64,59;69;65,0;2022',
    ),
    answers: { indicator: 'FT_RSF', source: 'RSF', mapping: 'Score:value' },
    figures: ['2 NOR FT_RSF 2022 92.65', '3 KEN FT_RSF 2022 64.59'],
  },
  {
    name: 'Transparency International',
    content: lines(
      'Corruption Perceptions Index,,,,',
      ',,,,',
      'Country / Territory,ISO3,Region,CPI score 2019,Rank 2019',
      'Kenya,KEN,SSA,28,137',
    ),
    answers: { indicator: 'FT_CPI', source: 'TI' },
    problems: ['unknown_column 3D', 'unknown_column 3E', 'missing_column 3', 'missing_column 3'],
  },
  {
    name: 'UN E-Government Survey',
    content: lines(
      'Survey Year,Country Name,E-Government Rank,E-Government Index,E-Participation Index,Online Service Index',
      '2020,Kenya,116,0.5326,0.5952,0.6765',
    ),
    answers: SOURCE,
    problems: ['value_column_unclear 1'],
  },
  {
    name: 'Human Development Report',
    content: lines('iso3,country,hdicode,region,hdi_2019,hdi_2020', 'KEN,Kenya,Medium,SSA,0.58,0.57'),
    answers: { indicator: 'FT_OSI', source: 'x' },
    figures: ['2 KEN FT_OSI 2019 0.58', '2 KEN FT_OSI 2020 0.57'],
  },
  {
    name: 'Human Development Report, two measures',
    content: lines('iso3,country,hdi_2019,le_2019', 'KEN,Kenya,0.58,66'),
    answers: { indicator: 'FT_OSI', source: 'x' },
    problems: ['unknown_column 1C', 'unknown_column 1D', ...lacking(2)],
  },
  {
    name: 'a ministry: years across, in Arabic',
    content: lines(
      'استخدام الإنترنت حسب البلد,,',
      'البلد,2019,2020',
      'المغرب,٧٤٫٤,٨٤٫١',
      'مصر,٥٧٫٣,..',
      'المصدر: الوكالة,,',
    ),
    answers: NET,
    figures: ['3 MAR UI_NETUSE 2019 74.4', '3 MAR UI_NETUSE 2020 84.1', '4 EGY UI_NETUSE 2019 57.3'],
  },
  {
    name: 'a statistics office: regions of one country',
    content: lines('Region;2019;2020', 'Nairobi;50,1;52,3', 'Mombasa;40,2;41,9', 'Kenya;22,7;23,1'),
    answers: NET,
    problems: ['missing_column 1'],
  },
  {
    name: 'a statistics office: indicator in rows, years across, one country',
    content: lines(
      'Indicator;2019;2020',
      'Individuals using the Internet (% of population);22,7;23,1',
      'Access to electricity (% of population);69,7;71,4',
    ),
    answers: { country: 'KEN', source: 'KNBS' },
    figures: [
      '2 KEN UI_NETUSE 2019 22.7',
      '2 KEN UI_NETUSE 2020 23.1',
      '3 KEN UI_ELEC 2019 69.7',
      '3 KEN UI_ELEC 2020 71.4',
    ],
  },
  {
    name: 'a statistics office: years in rows, one country',
    content: lines('Année;Valeur', '2019;22,7', '2020;23,1'),
    answers: { country: 'KEN', ...NET },
    figures: ['2 KEN UI_NETUSE 2019 22.7', '3 KEN UI_NETUSE 2020 23.1'],
  },
  {
    name: 'Statistics Canada',
    content: lines(
      '"REF_DATE","GEO","DGUID","Internet use","UOM","UOM_ID","SCALAR_FACTOR","SCALAR_ID","VECTOR","COORDINATE","VALUE","STATUS","SYMBOL","TERMINATED","DECIMALS"',
      '"2020","Canada","2016A000011124","Percent","Percent","239","units","0","v1","1.1","92.3","","","","1"',
      '"2020","Ontario","2016A000235","Percent","Percent","239","units","0","v2","1.2","93.1","","","","1"',
    ),
    answers: NET,
    figures: ['2 CAN UI_NETUSE 2020 92.3'],
    problems: ['unknown_area 3B'],
  },
  {
    name: 'Statistics Norway, PxWeb',
    content: lines('"region";"statistikkvariabel";"2019";"2020"', '"Norge";"Andel";97;98'),
    answers: NET,
    problems: ['unknown_column 1B', 'missing_column 1'],
  },
  {
    name: 'INE of Spain',
    content: lines(
      'Total Nacional;Sexo;Periodo;Total',
      'Total Nacional;Ambos sexos;2020;93,2',
      'Total Nacional;Hombres;2020;93,2',
    ),
    answers: { country: 'ESP', ...NET },
    problems: ['unknown_column 1A', 'unknown_column 1D', 'missing_column 1'],
  },
  {
    name: 'Google Public Data, DSPL',
    content: lines('country,year,netuse', 'KEN,2019,5'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'Gapminder, wide',
    content: lines('country,2019,2020', 'Kenya,5,6', 'UAE,7,8'),
    answers: NET,
    figures: [
      '2 KEN UI_NETUSE 2019 5',
      '2 KEN UI_NETUSE 2020 6',
      '3 ARE UI_NETUSE 2019 7',
      '3 ARE UI_NETUSE 2020 8',
    ],
  },
  {
    name: 'Gapminder, DDF',
    content: lines('geo,time,netuse', 'ken,2019,5'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'R, melted',
    content: lines('"","country","variable","value"', '"1","KEN","X2019",5', '"2","KEN","X2020",6'),
    answers: NET,
    problems: ['missing_column 1'],
  },
  {
    name: 'R, wide',
    content: lines('"","country","X2019","X2020"', '"1","KEN",5,NA'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5'],
  },
  {
    name: 'Stata, wide',
    content: lines('country,netuse2019,netuse2020', 'Kenya,5,6'),
    answers: NET,
    figures: ['2 KEN UI_NETUSE 2019 5', '2 KEN UI_NETUSE 2020 6'],
  },
];
