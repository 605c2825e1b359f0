import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

@Injectable()
export class FeedAddressRepository {
  constructor(private readonly dataSource: DataSource) {}

  inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(work);
  }

  /** The community whose feed has this secret in its address. */
  async communityOf(secretHash: string): Promise<number | undefined> {
    const rows: { community_id: number }[] = await this.dataSource.query(
      'SELECT community_id FROM feed_address WHERE secret_hash = $1',
      [secretHash],
    );
    return rows[0]?.community_id;
  }

  /** Puts a new secret in place of an earlier one. */
  async put(manager: EntityManager, communityId: number, secretHash: string): Promise<void> {
    await manager.query(
      `INSERT INTO feed_address (community_id, secret_hash) VALUES ($1, $2)
       ON CONFLICT (community_id) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = now()`,
      [communityId, secretHash],
    );
  }

  async remove(manager: EntityManager, communityId: number): Promise<void> {
    await manager.query('DELETE FROM feed_address WHERE community_id = $1', [communityId]);
  }
}
