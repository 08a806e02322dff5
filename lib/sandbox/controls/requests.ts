/** The log of API calls. */
import { json, type SandboxRequest, type SandboxResponse } from '../http';

export function listRequests({ primary }: SandboxRequest): SandboxResponse {
  return json(200, { count: primary.requests.length, requests: primary.requests });
}

export function clearRequests({ primary }: SandboxRequest): SandboxResponse {
  primary.requests.length = 0;
  return { status: 204 };
}
