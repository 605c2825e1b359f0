/** Path of a community's feed. @param secret shows what is not public yet */
export function feedPath(community: string, secret?: string): string {
  const path = `/api/v1/communities/${encodeURIComponent(community)}/submissions.atom`;
  return secret === undefined ? path : `${path}?secret=${secret}`;
}
