/** What other processes of a cloud are told of: they then look at the store again. */
export const topics = ['clock', 'keys', 'images'] as const;
export type Topic = (typeof topics)[number];

/** Word between the processes that share a store. It may be lost; nothing may hang on it alone. */
export interface News {
  /** Tells all processes, this one too, soon and at most once however often it is asked. */
  tell(topic: Topic): void;
  /** Calls `heard` for each topic told, and for all of them after an outage; the answer ends it. */
  listen(heard: (topic: Topic) => void): () => void;
}

/** Of a store that one process has: there is nobody else to tell. */
export const noNews: News = { tell: () => undefined, listen: () => () => undefined };
