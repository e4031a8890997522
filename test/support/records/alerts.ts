/** A fault that just began to be told. */
export const BEGAN = {
  subject: 'blog',
  cause: 'is down',
  mend: 'mend it',
  sinceMs: 0,
  seenMs: 0,
  looks: 2,
};
