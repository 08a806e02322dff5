/**
 * GitHub's opaque node ids: a prefix, then MessagePack `[0, repository, id]` (or `[0, id]` for what
 * belongs to no repository) in URL-safe base64: `I_kwDOMHPsdc5gIfPp`.
 */

const PREFIXES = {
  User: 'U',
  Bot: 'BOT',
  Organization: 'O',
  Mannequin: 'M',
  Repository: 'R',
  Issue: 'I',
  PullRequest: 'PR',
  IssueComment: 'IC',
  Label: 'LA',
  Milestone: 'MI',
  Reaction: 'REA',
  UserContentEdit: 'UCE',
  IssueEvent: 'IE',
  App: 'A',
  PinnedIssue: 'PI',
} as const;

export type NodeType = keyof typeof PREFIXES;

export interface NodeReference {
  type: NodeType;
  id: number;
  repositoryId: number | null;
}

/** @param repositoryId for whatever lies inside a repository */
export function nodeId(type: NodeType, id: number, repositoryId: number | null = null): string {
  const numbers = repositoryId === null ? [0, id] : [0, repositoryId, id];
  const bytes = [0x90 + numbers.length, 0x00, ...numbers.slice(1).flatMap(uint32)];
  return `${PREFIXES[type]}_${Buffer.from(bytes).toString('base64url')}`;
}

/** Reads a node id; clients that pad base64 are understood too. Null for anything else. */
export function parseNodeId(text: string): NodeReference | null {
  const match = /^([A-Z]+)_([\w+/-]+)=*$/.exec(text);
  const type = typeOf(match?.[1] ?? '');
  if (!match || !type) return null;
  const bytes = Buffer.from(match[2] ?? '', 'base64url');
  if (bytes.length === 7) return { type, id: bytes.readUInt32BE(3), repositoryId: null };
  if (bytes.length === 12) {
    return { type, id: bytes.readUInt32BE(8), repositoryId: bytes.readUInt32BE(3) };
  }
  return null;
}

function typeOf(prefix: string): NodeType | null {
  for (const [type, candidate] of Object.entries(PREFIXES)) {
    if (candidate === prefix && isNodeType(type)) return type;
  }
  return null;
}

function isNodeType(text: string): text is NodeType {
  return text in PREFIXES;
}

function uint32(value: number): number[] {
  return [0xce, (value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
