/** Pages of a list, with GitHub's `Link` header. */
import { json, type SandboxRequest, type SandboxResponse } from '../http';

const DEFAULT_SIZE = 30;
const MAX_SIZE = 100;

/** @param shape applied to the records of the asked page only */
export function paged<Record>(
  request: SandboxRequest,
  records: readonly Record[],
  shape: (record: Record) => unknown,
): SandboxResponse {
  const size = Math.min(positive(request, 'per_page') ?? DEFAULT_SIZE, MAX_SIZE);
  const page = positive(request, 'page') ?? 1;
  const last = Math.max(1, Math.ceil(records.length / size));
  const shown = records.slice((page - 1) * size, page * size);
  const link = linkHeader(request, page, last);
  return json(200, shown.map(shape), link ? { link } : {});
}

function positive(request: SandboxRequest, name: string): number | null {
  const value = Number(request.query.get(name));
  return Number.isInteger(value) && value > 0 ? value : null;
}

function linkHeader(request: SandboxRequest, page: number, last: number): string {
  const to = (number: number, relation: string): string => {
    const url = new URL(request.apiUrl + request.path);
    for (const [key, value] of request.query) url.searchParams.set(key, value);
    url.searchParams.set('page', String(number));
    return `<${url.href}>; rel="${relation}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(to(Math.min(page - 1, last), 'prev'));
  if (page < last) links.push(to(page + 1, 'next'), to(last, 'last'));
  if (page > 1) links.push(to(1, 'first'));
  return links.join(', ');
}
