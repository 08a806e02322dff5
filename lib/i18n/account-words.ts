/** The words of the header's account menu. They stand in the page, so that no script carries them. */
import { type Spoken, spokenLanguage } from '.';

export interface AccountWords {
  /** `{name}` is theirs. */
  signedInAs: string;
  newPost: string;
  signOut: string;
  /** Said to who came back from GitHub without signing in. */
  denied: string;
  /** Said when a session turns out to be over. */
  ended: string;
}

const WORDS: Readonly<Record<Spoken, AccountWords>> = {
  en: {
    signedInAs: 'Signed in as {name}',
    newPost: 'New post',
    signOut: 'Sign out',
    denied: 'You chose not to sign in.',
    ended: 'You have been signed out.',
  },
  fr: {
    signedInAs: 'Connecté en tant que {name}',
    newPost: 'Nouvel article',
    signOut: 'Se déconnecter',
    denied: 'Vous avez choisi de ne pas vous connecter.',
    ended: 'Vous avez été déconnecté.',
  },
  de: {
    signedInAs: 'Angemeldet als {name}',
    newPost: 'Neuer Beitrag',
    signOut: 'Abmelden',
    denied: 'Sie haben sich nicht angemeldet.',
    ended: 'Sie sind abgemeldet worden.',
  },
  es: {
    signedInAs: 'Sesión iniciada como {name}',
    newPost: 'Nueva entrada',
    signOut: 'Cerrar sesión',
    denied: 'Ha decidido no iniciar sesión.',
    ended: 'Se ha cerrado su sesión.',
  },
  pt: {
    signedInAs: 'Sessão iniciada como {name}',
    newPost: 'Nova publicação',
    signOut: 'Sair',
    denied: 'Escolheu não entrar.',
    ended: 'A sua sessão foi terminada.',
  },
  ja: {
    signedInAs: '{name} としてサインイン中',
    newPost: '新しい記事',
    signOut: 'サインアウト',
    denied: 'サインインしませんでした。',
    ended: 'サインアウトしました。',
  },
  zh: {
    signedInAs: '已登录：{name}',
    newPost: '新文章',
    signOut: '退出登录',
    denied: '您选择了不登录。',
    ended: '您已退出登录。',
  },
  ar: {
    signedInAs: 'تم الدخول باسم {name}',
    newPost: 'مقال جديد',
    signOut: 'تسجيل الخروج',
    denied: 'اخترت عدم تسجيل الدخول.',
    ended: 'تم تسجيل خروجك.',
  },
};

/** @param language BCP 47 */
export function accountWords(language: string): AccountWords {
  return WORDS[spokenLanguage(language)];
}
