/** Why somebody could not sign in, for the page that says so; it is made on the server. */
import type { SignInProblem } from '../paths';
import { type Spoken, spokenLanguage } from '.';

export interface SignInWords {
  title: string;
  problems: Readonly<Record<SignInProblem, string>>;
  tryAgain: string;
  back: string;
}

const WORDS: Readonly<Record<Spoken, SignInWords>> = {
  en: {
    title: 'Signing in did not work',
    problems: {
      expired:
        'This way of signing in was used already, has become too old or was begun in another browser. Nothing is lost; begin again.',
      'github-down':
        'GitHub does not answer at the moment, so nobody can sign in. The posts are here all the same; try again in a few minutes.',
      refused:
        'GitHub did not let this blog sign you in. Its owner finds the reason in the log; you can go on reading, and comment on GitHub.',
      off: 'Signing in is not set up on this blog. You can comment on GitHub.',
    },
    tryAgain: 'Try again',
    back: 'Back to where you were',
  },
  fr: {
    title: 'La connexion n’a pas abouti',
    problems: {
      expired:
        'Cette tentative de connexion a déjà servi, est trop ancienne ou a commencé dans un autre navigateur. Rien n’est perdu ; recommencez.',
      'github-down':
        'GitHub ne répond pas pour le moment, personne ne peut donc se connecter. Les articles restent là ; réessayez dans quelques minutes.',
      refused:
        'GitHub n’a pas permis à ce blog de vous connecter. Son propriétaire en trouvera la raison dans le journal ; vous pouvez continuer à lire et commenter sur GitHub.',
      off: 'La connexion n’est pas configurée sur ce blog. Vous pouvez commenter sur GitHub.',
    },
    tryAgain: 'Réessayer',
    back: 'Revenir où vous étiez',
  },
  de: {
    title: 'Die Anmeldung hat nicht geklappt',
    problems: {
      expired:
        'Dieser Anmeldeversuch wurde schon verwendet, ist zu alt oder begann in einem anderen Browser. Es ist nichts verloren; fangen Sie einfach neu an.',
      'github-down':
        'GitHub antwortet gerade nicht, deshalb kann sich niemand anmelden. Die Beiträge sind trotzdem da; versuchen Sie es in ein paar Minuten wieder.',
      refused:
        'GitHub hat die Anmeldung auf diesem Blog nicht zugelassen. Den Grund findet sein Betreiber im Protokoll; Sie können weiterlesen und auf GitHub kommentieren.',
      off: 'Auf diesem Blog ist keine Anmeldung eingerichtet. Sie können auf GitHub kommentieren.',
    },
    tryAgain: 'Noch einmal versuchen',
    back: 'Zurück dorthin, wo Sie waren',
  },
  es: {
    title: 'No se ha podido iniciar sesión',
    problems: {
      expired:
        'Este intento ya se usó, es demasiado antiguo o empezó en otro navegador. No se ha perdido nada; empiece de nuevo.',
      'github-down':
        'GitHub no responde en este momento, así que nadie puede iniciar sesión. Las entradas siguen aquí; inténtelo en unos minutos.',
      refused:
        'GitHub no ha permitido que este blog inicie su sesión. Su dueño encontrará el motivo en el registro; puede seguir leyendo y comentar en GitHub.',
      off: 'En este blog no se puede iniciar sesión. Puede comentar en GitHub.',
    },
    tryAgain: 'Intentarlo de nuevo',
    back: 'Volver adonde estaba',
  },
  pt: {
    title: 'Não foi possível entrar',
    problems: {
      expired:
        'Esta tentativa já foi usada, é demasiado antiga ou começou noutro navegador. Nada se perdeu; comece de novo.',
      'github-down':
        'O GitHub não responde neste momento, por isso ninguém pode entrar. As publicações continuam aqui; tente dentro de alguns minutos.',
      refused:
        'O GitHub não permitiu que este blog iniciasse a sua sessão. O dono encontrará o motivo no registo; pode continuar a ler e comentar no GitHub.',
      off: 'Este blog não tem início de sessão configurado. Pode comentar no GitHub.',
    },
    tryAgain: 'Tentar de novo',
    back: 'Voltar onde estava',
  },
  ja: {
    title: 'サインインできませんでした',
    problems: {
      expired:
        'このサインインはすでに使われたか、古くなったか、別のブラウザーで始められたものです。失われたものはありません。もう一度お試しください。',
      'github-down':
        'GitHub が今は応答していないため、サインインできません。記事はそのまま読めます。数分後にもう一度お試しください。',
      refused:
        'GitHub がこのブログでのサインインを許可しませんでした。理由は管理者がログで確認できます。引き続き読むことも、GitHub でコメントすることもできます。',
      off: 'このブログではサインインが設定されていません。GitHub でコメントできます。',
    },
    tryAgain: 'もう一度試す',
    back: '元の場所に戻る',
  },
  zh: {
    title: '登录未成功',
    problems: {
      expired: '此次登录已被使用、已过期或是在其他浏览器中开始的。没有丢失任何内容，请重新开始。',
      'github-down': 'GitHub 暂时没有响应，因此无法登录。文章仍可阅读，请几分钟后再试。',
      refused:
        'GitHub 不允许此博客为您登录。博主可在日志中找到原因；您可以继续阅读，或在 GitHub 上评论。',
      off: '此博客未设置登录。您可以在 GitHub 上评论。',
    },
    tryAgain: '重试',
    back: '回到刚才的位置',
  },
  ar: {
    title: 'لم ينجح تسجيل الدخول',
    problems: {
      expired:
        'استُخدمت محاولة الدخول هذه من قبل، أو صارت قديمة، أو بدأت في متصفح آخر. لم يضع شيء؛ ابدأ من جديد.',
      'github-down':
        'لا يستجيب GitHub الآن، فلا يستطيع أحد الدخول. المقالات باقية هنا؛ حاول بعد دقائق.',
      refused:
        'لم يسمح GitHub لهذه المدوّنة بتسجيل دخولك. يجد صاحبها السبب في السجل؛ يمكنك متابعة القراءة والتعليق على GitHub.',
      off: 'تسجيل الدخول غير مُعدّ في هذه المدوّنة. يمكنك التعليق على GitHub.',
    },
    tryAgain: 'حاول مجددًا',
    back: 'عد إلى حيث كنت',
  },
};

/** @param language BCP 47 */
export function signInWords(language: string): SignInWords {
  return WORDS[spokenLanguage(language)];
}
