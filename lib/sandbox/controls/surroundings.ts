/** The blog's hook, and accounts that go away or get another name. */
import { json, type SandboxRequest, type SandboxResponse } from '../http';
import { nullableTextField, textField } from '../rest/fields';
import { deleteUser, findRepository, findUser, notFound, renameUser, SandboxError } from '../store';
import { hookShape } from '../webhooks/hook-shape';
import { setSiteHook } from '../webhooks/hooks';
import { readObject } from './read';

/** `{url, secret}`: where the blog's hook leads from now on. */
export function setHook(request: SandboxRequest): SandboxResponse {
  const { primary, apiUrl } = request;
  const fields = readObject(request);
  const url = textField(fields, 'url');
  const blog = findRepository(primary, 'octocat', 'blog');
  if (!url) throw new SandboxError('unprocessable', 'url should be where the hook leads.');
  if (!blog) throw notFound('There is no octocat/blog.');
  const secret = nullableTextField(fields, 'secret') ?? null;
  return json(
    200,
    hookShape({ store: primary, apiUrl }, setSiteHook(primary, blog, { url, secret })),
  );
}

/** Deletes an account: what it wrote stays, by `ghost`. */
export function removeUser({ primary }: SandboxRequest, login: string): SandboxResponse {
  const user = findUser(primary, decodeURIComponent(login));
  if (!user) throw notFound(`There is no ${login}.`);
  deleteUser(primary, user);
  return { status: 204 };
}

/** `{login}`: what an account is called from now on. */
export function changeLogin(request: SandboxRequest, former: string): SandboxResponse {
  const { primary } = request;
  const user = findUser(primary, decodeURIComponent(former));
  const login = textField(readObject(request), 'login');
  if (!user) throw notFound(`There is no ${former}.`);
  if (!login || findUser(primary, login)) {
    throw new SandboxError('unprocessable', 'login should be a new name that nobody has.');
  }
  renameUser(primary, user, login);
  return { status: 204 };
}
