/** An account as REST and webhooks show it. */
import type { User } from '../model';
import { userNodeId } from '../store';
import { avatarUrl, type Context, GHOST_ID, userHtmlUrl } from './urls';

/** @param user null for a deleted account, which becomes `ghost` */
export function userShape({ store, apiUrl }: Context, user: User | null) {
  const login = user?.login ?? 'ghost';
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: user?.id ?? GHOST_ID,
    node_id: user ? userNodeId(user) : 'MDQ6VXNlcjEwMTM3',
    avatar_url: avatarUrl(store, user),
    gravatar_id: '',
    url,
    html_url: user ? userHtmlUrl(store, user) : `${store.origin}/ghost`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user?.type ?? 'User',
    user_view_type: 'public',
    site_admin: user?.siteAdmin ?? false,
  };
}

/** `GET /user` and `GET /users/LOGIN`. */
export function profileShape(context: Context, user: User) {
  const owned = [...context.store.data.repositories.values()].filter(
    ({ ownerId }) => ownerId === user.id,
  );
  return {
    ...userShape(context, user),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: user.email,
    hireable: null,
    bio: user.bio,
    twitter_username: null,
    public_repos: owned.filter((repository) => !repository.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}
