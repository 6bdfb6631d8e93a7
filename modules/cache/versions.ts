/** What a cache runs when its caller names no version. */
export const DEFAULT_VERSION = { valkey: "8.1", redis: "7.1" } as const;

/** Engine versions of ElastiCache that IAM can authenticate users of: a major one, with a minor one for nodes. */
export const VERSIONS = { valkey: /^(7([.]2)?|[89]([.][0-9]+)?)$/, redis: /^7([.][01])?$/ } as const;
