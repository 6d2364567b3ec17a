import { expectStatus } from './expect-status.ts';
import type { TestPerson } from './test-app.ts';

type Who = Pick<TestPerson, 'id'>;

export async function addParticipant(manager: TestPerson, oneOnOneId: string, { id }: Who): Promise<void> {
  expectStatus(200, await manager.put(`/api/one-on-ones/${oneOnOneId}/participants/${id}`));
}

export async function removeParticipant(manager: TestPerson, oneOnOneId: string, { id }: Who): Promise<void> {
  expectStatus(204, await manager.delete(`/api/one-on-ones/${oneOnOneId}/participants/${id}`));
}
