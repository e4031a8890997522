export interface ScoredMember {
  member: string;
  score: number;
}

/** The reply of a sorted set WITHSCORES, pair by pair. */
export function scoredMembers(reply: readonly string[]): ScoredMember[] {
  return Array.from({ length: reply.length / 2 }, (_, index) => ({
    member: reply[2 * index]!,
    score: Number(reply[2 * index + 1]),
  }));
}
