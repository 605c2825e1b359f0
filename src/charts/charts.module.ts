import { Module } from '@nestjs/common';
import { PictureService } from './server/picture.service.js';

@Module({ providers: [PictureService], exports: [PictureService] })
export class ChartsModule {}
