/** Git's smart HTTP protocol, answered by git itself: `git http-backend`, a CGI program. */
import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';
import type { SandboxRequest, SandboxResponse } from '../http';
import { gitEnvironment } from './mirror';

/**
 * @param directory the bare repository
 * @param path what follows the repository in the address, such as `/info/refs`
 */
export function serveRepository(
  directory: string,
  path: string,
  request: SandboxRequest,
): Promise<SandboxResponse> {
  const { headers, method, url, body } = request;
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...gitEnvironment(),
        GIT_PROJECT_ROOT: dirname(directory),
        GIT_HTTP_EXPORT_ALL: '1',
        // The directory is ours, whoever the process runs as.
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
        PATH_INFO: `/${basename(directory)}${path}`,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: method,
        CONTENT_TYPE: headers['content-type'] ?? '',
        CONTENT_LENGTH: String(body.length),
        HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
        GIT_PROTOCOL: [headers['git-protocol']].flat().join(':'),
      },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(readCgiAnswer(Buffer.concat(chunks))));
    // Git may end before it has read everything, as when it refuses a push.
    child.stdin.on('error', () => undefined);
    child.stdin.end(body);
  });
}

/** A CGI program's answer is a header, an empty line and the body; its status is a header field. */
function readCgiAnswer(output: Buffer): SandboxResponse {
  const split = /\r?\n\r?\n/.exec(output.toString('latin1'));
  if (!split) return { status: 500, body: 'git http-backend said nothing.\n' };
  let status = 200;
  const headers: Record<string, string> = {};
  for (const line of output.subarray(0, split.index).toString('latin1').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'status') status = Number.parseInt(value, 10);
    else headers[name] = value;
  }
  return { status, headers, body: output.subarray(split.index + split[0].length) };
}
