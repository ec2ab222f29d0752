/** What one process of a cloud may have changed that others keep in memory. */
export type News = 'clock' | 'keys' | 'provocations' | 'workflows';

export const allNews: readonly News[] = ['clock', 'keys', 'provocations', 'workflows'];

/**
 * The other processes of a store. What they are told they hear within a moment, once for however
 * often it was said; news are no truth of their own: who hears some looks into the store. After a
 * gap in the connection everything is news.
 */
export interface Peers {
  /** Tells all others; called after the commit that made it true. */
  tell(news: News): void;
  /** Calls `listener` when another process has told that; the answer ends it. */
  onNews(news: News, listener: () => void): () => void;
}

/** Of a store that one process has to itself. */
export const noPeers: Peers = { tell: () => undefined, onNews: () => () => undefined };
