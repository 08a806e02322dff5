/**
 * The controls under `/_sandbox/`: they need no token, no fault reaches them, and they do not count
 * as API calls.
 */
import { type Handler, json, type SandboxRequest, type SandboxResponse } from '../http';
import { setRateLimit } from '../rate-limit';
import { nullableNumberField } from '../rest/fields';
import { takeSnapshot } from '../snapshot';
import { notFound } from '../store';
import { readClock, setClock } from './clock';
import { listDeliveries, redeliver } from './deliveries';
import { setFaults } from './faults';
import { createIssues } from './issues';
import { readObject } from './read';
import { clearRequests, listRequests } from './requests';
import { reset } from './reset';
import { changeLogin, removeUser, setHook } from './surroundings';
import { revokeTokens } from './tokens';

type Control = (request: SandboxRequest, id: string) => SandboxResponse | Promise<SandboxResponse>;

const CONTROLS: readonly (readonly [method: string, path: RegExp, control: Control])[] = [
  ['GET', /^\/_sandbox\/?$/, overview],
  ['POST', /^\/_sandbox\/issues$/, createIssues],
  ['GET', /^\/_sandbox\/faults$/, ({ primary }) => json(200, primary.faults)],
  ['POST', /^\/_sandbox\/faults$/, setFaults],
  ['GET', /^\/_sandbox\/requests$/, listRequests],
  ['DELETE', /^\/_sandbox\/requests$/, clearRequests],
  ['GET', /^\/_sandbox\/deliveries$/, listDeliveries],
  ['POST', /^\/_sandbox\/deliveries\/([\w-]+)\/redeliver$/, redeliver],
  ['POST', /^\/_sandbox\/hook$/, setHook],
  ['DELETE', /^\/_sandbox\/users\/([\w[\]%-]+)$/, removeUser],
  ['PATCH', /^\/_sandbox\/users\/([\w[\]%-]+)$/, changeLogin],
  ['GET', /^\/_sandbox\/clock$/, readClock],
  ['POST', /^\/_sandbox\/clock$/, setClock],
  ['POST', /^\/_sandbox\/rate-limit$/, limitRate],
  ['POST', /^\/_sandbox\/tokens\/revoke$/, revokeTokens],
  ['GET', /^\/_sandbox\/snapshot$/, ({ primary }) => json(200, takeSnapshot(primary))],
  ['POST', /^\/_sandbox\/reset$/, reset],
];

export const handle: Handler = (request) => {
  if (!request.path.startsWith('/_sandbox')) return null;
  for (const [method, path, control] of CONTROLS) {
    const match = method === request.method ? path.exec(request.path) : null;
    if (match) return control(request, match[1] ?? '');
  }
  throw notFound(`There is no control ${request.method} ${request.path}.`);
};

function overview({ primary, origin }: SandboxRequest): SandboxResponse {
  const { users, repositories, issues, comments } = primary.data;
  return json(200, {
    origin,
    users: users.size,
    repositories: repositories.size,
    issues: issues.size,
    comments: comments.size,
    requests: primary.requests.length,
    deliveries: primary.deliveries.size,
  });
}

/** `{limit, remaining}`; either may be missing. What was spent is forgotten. */
function limitRate(request: SandboxRequest): SandboxResponse {
  const fields = readObject(request);
  setRateLimit(request.primary, {
    limit: nullableNumberField(fields, 'limit') ?? undefined,
    remaining: nullableNumberField(fields, 'remaining'),
  });
  return json(200, request.primary.rateLimit);
}
