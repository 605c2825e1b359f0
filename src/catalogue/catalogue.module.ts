import { Module } from '@nestjs/common';
import { CatalogueRepository } from './catalogue.repository.js';
import { CatalogueService } from './catalogue.service.js';

@Module({ providers: [CatalogueRepository, CatalogueService], exports: [CatalogueService] })
export class CatalogueModule {}
