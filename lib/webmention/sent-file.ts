/** What was told to whom, in a file: a post tells each page once, over restarts too. */
import { readFile } from 'node:fs/promises';
import { writeWhole } from '../write-whole.js';
import type { Outcome, Told } from './plan-mentions';

export interface SentByPost {
  /** The address that was told; older titles redirect, so that it stays good. */
  source: string;
  /** By the address that is linked to. */
  told: Map<string, Told>;
}

const OUTCOMES: readonly unknown[] = ['sent', 'unsupported', 'failed'];

/** @returns by the post's number; empty where there is no such file or it cannot be understood */
export async function loadSent(file: string): Promise<Map<number, SentByPost>> {
  try {
    const posts: unknown = JSON.parse(await readFile(file, 'utf8'));
    return new Map(Array.isArray(posts) ? posts.flatMap(readPost) : []);
  } catch {
    return new Map();
  }
}

function readPost(kept: unknown): [number, SentByPost][] {
  if (!Array.isArray(kept)) return [];
  const [number, source, told]: unknown[] = kept;
  if (typeof number !== 'number' || typeof source !== 'string' || !Array.isArray(told)) return [];
  return [[number, { source, told: new Map(told.flatMap(readTold)) }]];
}

function readTold(kept: unknown): [string, Told][] {
  if (!Array.isArray(kept)) return [];
  const [link, outcome, at]: unknown[] = kept;
  const isKnown = typeof link === 'string' && isOutcome(outcome) && typeof at === 'number';
  return isKnown ? [[link, { outcome, at }]] : [];
}

function isOutcome(word: unknown): word is Outcome {
  return OUTCOMES.includes(word);
}

/** Says so where the disk takes nothing. */
export async function saveSent(file: string, sent: ReadonlyMap<number, SentByPost>): Promise<void> {
  const posts = [...sent].map(([number, { source, told }]) => [
    number,
    source,
    [...told].map(([link, { outcome, at }]) => [link, outcome, at]),
  ]);
  try {
    await writeWhole(file, JSON.stringify(posts));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    console.warn(`Who was told of links could not be kept on disk: ${reason}`);
  }
}
