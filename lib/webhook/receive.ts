/**
 * A request as a delivery: the raw body is verified before anything in it is looked at. What cannot
 * be a delivery gets a status and a sentence.
 */
import type { IncomingMessage } from 'node:http';
import { Webhooks } from '@octokit/webhooks';
import { isFields } from '../unknown-fields';

export interface Delivery {
  /** `X-GitHub-Delivery`, the same again when redelivered. */
  id: string;
  /** `X-GitHub-Event`. */
  name: string;
  payload: unknown;
}

/** GitHub sends nothing larger ("Webhook events and payloads"). */
const LARGEST_BODY = 25 * 1024 * 1024;

export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * @param request with its body not yet read
 * @param patience how long the body may take to arrive, in milliseconds
 * @throws DeliveryError
 */
export async function receiveDelivery(
  request: IncomingMessage,
  secret: string | null,
  patience = PATIENCE,
): Promise<Delivery> {
  if (request.method !== 'POST') throw new DeliveryError(405, 'Deliveries are sent by POST.');
  if (!secret) {
    throw new DeliveryError(
      503,
      "Set GITHUB_WEBHOOK_SECRET to the webhook's secret; without it nothing can be trusted.",
    );
  }
  const signature = request.headers['x-hub-signature-256'];
  if (typeof signature !== 'string' || !signature) {
    throw new DeliveryError(
      401,
      'The header X-Hub-Signature-256 is missing. Give the hook a secret.',
    );
  }
  const body = await readBody(request, patience);
  if (!body) throw new DeliveryError(400, 'The body is empty.');
  if (!(await isGenuine(body, signature, secret))) {
    throw new DeliveryError(401, 'The signature does not fit the body and the secret.');
  }
  const name = request.headers['x-github-event'];
  if (typeof name !== 'string' || !name) {
    throw new DeliveryError(400, 'The header X-GitHub-Event is missing.');
  }
  const payload = parse(body, request.headers['content-type'] ?? '');
  return { id: String(request.headers['x-github-delivery'] ?? 'none'), name, payload };
}

async function isGenuine(body: string, signature: string, secret: string): Promise<boolean> {
  try {
    return await new Webhooks({ secret }).verify(body, signature);
  } catch {
    return false;
  }
}

/** Bytes of deliveries that may be under way at a time, before anybody knows whether they are genuine. */
const MOST_UNDER_WAY = 4 * LARGEST_BODY;
/** Milliseconds; GitHub itself gives up after as long ("Handling webhook deliveries"). */
const PATIENCE = 10_000;
let underWay = 0;

async function readBody(request: IncomingMessage, patience: number): Promise<string> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > LARGEST_BODY) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => request.destroy(tooSlow()), patience);
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      underWay += bytes.length;
      if (size > LARGEST_BODY) throw tooLarge();
      if (underWay > MOST_UNDER_WAY) throw tooMuch();
      chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    throw error instanceof DeliveryError ? error : endedEarly();
  } finally {
    clearTimeout(timer);
    underWay -= size;
  }
}

function tooSlow(): DeliveryError {
  return new DeliveryError(408, 'The body did not arrive in time.');
}

function endedEarly(): DeliveryError {
  return new DeliveryError(400, 'The body ended before all of it was there.');
}

function tooMuch(): DeliveryError {
  return new DeliveryError(503, 'Too much arrives at once; send it again in a moment.');
}

function tooLarge(): DeliveryError {
  return new DeliveryError(413, 'A delivery is at most 25 MB large.');
}

/** A hook's content type is JSON or a form with the JSON in its field `payload`. */
function parse(body: string, contentType: string): unknown {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  const isForm = type === 'application/x-www-form-urlencoded';
  if (!isForm && type !== 'application/json') {
    throw new DeliveryError(415, 'A delivery is application/json; choose that in the hook.');
  }
  const json = isForm ? new URLSearchParams(body).get('payload') : body;
  let payload: unknown;
  try {
    payload = JSON.parse(json ?? '');
  } catch {
    throw new DeliveryError(400, 'The body is not valid JSON.');
  }
  if (!isFields(payload)) {
    throw new DeliveryError(422, 'The body should be a JSON object.');
  }
  return payload;
}
