/** The sentences with which routes refuse what a participant asks; only the server carries them. */
import { type Spoken, spokenLanguage } from '.';

export type RefusalCode =
  | 'method-not-allowed'
  | 'foreign-origin'
  | 'not-json'
  | 'too-large'
  | 'signed-out'
  | 'renewed-elsewhere'
  | 'off'
  | 'too-fast'
  | 'forbidden'
  | 'not-found'
  | 'rejected'
  | 'github-limit'
  | 'github-down'
  | 'failed';

type RefusalWords = Readonly<Record<RefusalCode, string>>;

const en: RefusalWords = {
  'method-not-allowed': 'This address does not do that.',
  'foreign-origin': 'This request came from another site, so nothing was done.',
  'not-json': 'The request should be JSON; something else arrived.',
  'too-large': 'This is too long to be sent.',
  'signed-out': 'You are signed out. Sign in again and send it once more; your text is kept.',
  'renewed-elsewhere': 'Your sign-in was just renewed in another window. Please send it once more.',
  off: 'Signing in is not set up on this blog.',
  'too-fast': 'That was a lot at once. Please wait a moment and try again.',
  forbidden: 'GitHub does not let you do this here.',
  'not-found': 'This is not there any more.',
  rejected: 'GitHub did not accept this.',
  'github-limit': 'GitHub asks you to wait before you do more. Your text is kept.',
  'github-down': 'GitHub does not answer at the moment. Your text is kept; try again soon.',
  failed: 'Something went wrong here. Your text is kept; please try again.',
};

const fr: RefusalWords = {
  'method-not-allowed': 'Cette adresse ne fait pas cela.',
  'foreign-origin': 'Cette requête venait d’un autre site ; rien n’a été fait.',
  'not-json': 'La requête devrait être en JSON ; autre chose est arrivé.',
  'too-large': 'C’est trop long pour être envoyé.',
  'signed-out':
    'Vous êtes déconnecté. Reconnectez-vous et envoyez à nouveau ; votre texte est conservé.',
  'renewed-elsewhere':
    'Votre connexion vient d’être renouvelée dans une autre fenêtre. Veuillez envoyer à nouveau.',
  off: 'La connexion n’est pas configurée sur ce blog.',
  'too-fast': 'C’était beaucoup à la fois. Attendez un instant et réessayez.',
  forbidden: 'GitHub ne vous permet pas de faire cela ici.',
  'not-found': 'Ceci n’existe plus.',
  rejected: 'GitHub ne l’a pas accepté.',
  'github-limit': 'GitHub vous demande d’attendre avant de continuer. Votre texte est conservé.',
  'github-down':
    'GitHub ne répond pas pour le moment. Votre texte est conservé ; réessayez bientôt.',
  failed: 'Une erreur s’est produite ici. Votre texte est conservé ; veuillez réessayer.',
};

const de: RefusalWords = {
  'method-not-allowed': 'Das tut diese Adresse nicht.',
  'foreign-origin': 'Diese Anfrage kam von einer anderen Website; es ist nichts geschehen.',
  'not-json': 'Die Anfrage sollte JSON sein; angekommen ist etwas anderes.',
  'too-large': 'Das ist zu lang, um es zu senden.',
  'signed-out':
    'Sie sind abgemeldet. Melden Sie sich wieder an und senden Sie es noch einmal; Ihr Text bleibt erhalten.',
  'renewed-elsewhere':
    'Ihre Anmeldung wurde gerade in einem anderen Fenster erneuert. Bitte senden Sie es noch einmal.',
  off: 'Auf diesem Blog ist keine Anmeldung eingerichtet.',
  'too-fast': 'Das war viel auf einmal. Bitte warten Sie kurz und versuchen Sie es dann wieder.',
  forbidden: 'GitHub erlaubt Ihnen das hier nicht.',
  'not-found': 'Das gibt es nicht mehr.',
  rejected: 'GitHub hat das nicht angenommen.',
  'github-limit': 'GitHub bittet Sie zu warten, bevor Sie weitermachen. Ihr Text bleibt erhalten.',
  'github-down':
    'GitHub antwortet gerade nicht. Ihr Text bleibt erhalten; versuchen Sie es gleich wieder.',
  failed: 'Hier ist etwas schiefgegangen. Ihr Text bleibt erhalten; bitte versuchen Sie es wieder.',
};

const es: RefusalWords = {
  'method-not-allowed': 'Esta dirección no hace eso.',
  'foreign-origin': 'Esta petición venía de otro sitio; no se ha hecho nada.',
  'not-json': 'La petición debería ser JSON; llegó otra cosa.',
  'too-large': 'Es demasiado largo para enviarlo.',
  'signed-out':
    'Se ha cerrado su sesión. Vuelva a entrar y envíelo otra vez; su texto se conserva.',
  'renewed-elsewhere': 'Su sesión acaba de renovarse en otra ventana. Por favor, envíelo otra vez.',
  off: 'En este blog no se puede iniciar sesión.',
  'too-fast': 'Han sido muchas cosas a la vez. Espere un momento e inténtelo de nuevo.',
  forbidden: 'GitHub no le permite hacer esto aquí.',
  'not-found': 'Esto ya no existe.',
  rejected: 'GitHub no lo ha aceptado.',
  'github-limit': 'GitHub le pide que espere antes de seguir. Su texto se conserva.',
  'github-down':
    'GitHub no responde en este momento. Su texto se conserva; inténtelo pronto de nuevo.',
  failed: 'Algo ha fallado aquí. Su texto se conserva; inténtelo de nuevo.',
};

const pt: RefusalWords = {
  'method-not-allowed': 'Este endereço não faz isso.',
  'foreign-origin': 'Este pedido veio de outro site; nada foi feito.',
  'not-json': 'O pedido deveria ser JSON; chegou outra coisa.',
  'too-large': 'É longo demais para ser enviado.',
  'signed-out':
    'A sua sessão terminou. Entre de novo e envie outra vez; o seu texto fica guardado.',
  'renewed-elsewhere':
    'A sua sessão acabou de ser renovada noutra janela. Por favor, envie outra vez.',
  off: 'Este blog não tem início de sessão configurado.',
  'too-fast': 'Foi muita coisa de uma vez. Espere um momento e tente de novo.',
  forbidden: 'O GitHub não lhe permite fazer isto aqui.',
  'not-found': 'Isto já não existe.',
  rejected: 'O GitHub não aceitou isto.',
  'github-limit': 'O GitHub pede-lhe que espere antes de continuar. O seu texto fica guardado.',
  'github-down':
    'O GitHub não responde neste momento. O seu texto fica guardado; tente de novo em breve.',
  failed: 'Algo correu mal aqui. O seu texto fica guardado; tente de novo.',
};

const ja: RefusalWords = {
  'method-not-allowed': 'このアドレスではその操作はできません。',
  'foreign-origin': '別のサイトからのリクエストだったため、何も行いませんでした。',
  'not-json': 'リクエストは JSON である必要がありますが、別の形式が届きました。',
  'too-large': '長すぎて送信できません。',
  'signed-out':
    'サインアウトしています。もう一度サインインして送信してください。文章は保存されています。',
  'renewed-elsewhere': '別のウィンドウでサインインが更新されました。もう一度送信してください。',
  off: 'このブログではサインインが設定されていません。',
  'too-fast': '一度に多くの操作がありました。少し待ってからもう一度お試しください。',
  forbidden: 'GitHub の権限により、ここではこの操作はできません。',
  'not-found': 'これはもう存在しません。',
  rejected: 'GitHub に受け付けられませんでした。',
  'github-limit': 'GitHub の制限により、少し待つ必要があります。文章は保存されています。',
  'github-down':
    'GitHub が今は応答していません。文章は保存されています。しばらくしてからお試しください。',
  failed: 'ここで問題が起きました。文章は保存されています。もう一度お試しください。',
};

const zh: RefusalWords = {
  'method-not-allowed': '此地址不支持该操作。',
  'foreign-origin': '此请求来自其他网站，因此未作任何处理。',
  'not-json': '请求应为 JSON，收到的是其他内容。',
  'too-large': '内容过长，无法发送。',
  'signed-out': '您已退出登录。请重新登录后再发送一次，您的文字已保留。',
  'renewed-elsewhere': '您的登录刚在另一个窗口中更新，请再发送一次。',
  off: '此博客未设置登录。',
  'too-fast': '操作过于频繁，请稍候再试。',
  forbidden: 'GitHub 不允许您在此执行该操作。',
  'not-found': '此内容已不存在。',
  rejected: 'GitHub 未接受此内容。',
  'github-limit': 'GitHub 要求您稍候再继续。您的文字已保留。',
  'github-down': 'GitHub 暂时没有响应。您的文字已保留，请稍后再试。',
  failed: '这里出了点问题。您的文字已保留，请再试一次。',
};

const ar: RefusalWords = {
  'method-not-allowed': 'هذا العنوان لا يفعل ذلك.',
  'foreign-origin': 'جاء هذا الطلب من موقع آخر، فلم يُنفَّذ شيء.',
  'not-json': 'ينبغي أن يكون الطلب بصيغة JSON، ووصل غير ذلك.',
  'too-large': 'هذا أطول من أن يُرسَل.',
  'signed-out': 'لقد خرجت من حسابك. سجّل الدخول وأرسله مرة أخرى؛ نصّك محفوظ.',
  'renewed-elsewhere': 'جُدِّد دخولك للتو في نافذة أخرى. أرسله مرة أخرى من فضلك.',
  off: 'تسجيل الدخول غير مُعدّ في هذه المدوّنة.',
  'too-fast': 'كان ذلك كثيرًا دفعة واحدة. انتظر لحظة ثم حاول مجددًا.',
  forbidden: 'لا يسمح لك GitHub بفعل هذا هنا.',
  'not-found': 'لم يعد هذا موجودًا.',
  rejected: 'لم يقبل GitHub هذا.',
  'github-limit': 'يطلب منك GitHub الانتظار قبل المتابعة. نصّك محفوظ.',
  'github-down': 'لا يستجيب GitHub الآن. نصّك محفوظ؛ حاول مجددًا بعد قليل.',
  failed: 'حدث خطأ هنا. نصّك محفوظ؛ حاول مجددًا من فضلك.',
};

const WORDS: Readonly<Record<Spoken, RefusalWords>> = { en, fr, de, es, pt, ja, zh, ar };

/** @param language BCP 47 */
export function refusalSentence(code: RefusalCode, language: string): string {
  return WORDS[spokenLanguage(language)][code];
}

/** Whether there is a sentence for a code. */
export function isRefusalCode(code: string): code is RefusalCode {
  return code in en;
}
