import { Module } from '@nestjs/common';
import { CommunityRepository } from './community.repository.js';

@Module({ providers: [CommunityRepository], exports: [CommunityRepository] })
export class CommunitiesModule {}
