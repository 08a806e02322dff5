/** The sentences with which writing is refused; only the server carries them. */
import { type Spoken, spokenLanguage } from '.';

export type WritingRefusal =
  | 'invalid'
  | 'title-missing'
  | 'title-too-long'
  | 'body-missing'
  | 'body-too-long'
  | 'changed'
  | 'gone'
  | 'may-not-edit'
  | 'may-not-write'
  | 'may-not-upload'
  | 'image-too-large'
  | 'image-type'
  | 'image-svg'
  | 'busy';

type Sentences = Readonly<Record<WritingRefusal, string>>;

const SENTENCES: Readonly<Record<Spoken, Sentences>> = {
  en: {
    invalid:
      'The editor sent something that could not be understood. Load the page again; your text is kept.',
    'title-missing': 'A post needs a title.',
    'title-too-long': 'GitHub takes titles of at most 256 characters.',
    'body-missing': 'There is no text to publish yet.',
    'body-too-long': 'GitHub takes texts of at most 65,536 characters.',
    changed:
      'The post was changed on GitHub meanwhile. Compare the two before you save; nothing is lost.',
    gone: 'This post was deleted on GitHub. Your text is kept in this browser.',
    'may-not-edit': 'GitHub does not let you edit this post.',
    'may-not-write': 'The repository of this blog takes no posts at the moment.',
    'may-not-upload':
      'Images are kept in the repository of this blog, and you, or the blog’s App, may not write to it. Add the image on GitHub and paste its address here.',
    'image-too-large': 'This image is too large.',
    'image-type': 'This is not an image that browsers show: PNG, JPEG, GIF, WebP or AVIF.',
    'image-svg':
      'SVG files can hold scripts and are not taken. Save the drawing as PNG, or add it on GitHub.',
    busy: 'Many previews are being made. This one follows in a moment.',
  },
  fr: {
    invalid:
      'L’éditeur a envoyé quelque chose d’incompréhensible. Rechargez la page ; votre texte est conservé.',
    'title-missing': 'Un article a besoin d’un titre.',
    'title-too-long': 'GitHub accepte des titres de 256 caractères au plus.',
    'body-missing': 'Il n’y a encore aucun texte à publier.',
    'body-too-long': 'GitHub accepte des textes de 65 536 caractères au plus.',
    changed:
      'L’article a été modifié sur GitHub entre-temps. Comparez les deux avant d’enregistrer ; rien n’est perdu.',
    gone: 'Cet article a été supprimé sur GitHub. Votre texte est conservé dans ce navigateur.',
    'may-not-edit': 'GitHub ne vous laisse pas modifier cet article.',
    'may-not-write': 'Le dépôt de ce blog n’accepte pas d’articles pour le moment.',
    'may-not-upload':
      'Les images sont conservées dans le dépôt de ce blog, et vous, ou l’application du blog, ne pouvez pas y écrire. Ajoutez l’image sur GitHub et collez son adresse ici.',
    'image-too-large': 'Cette image est trop volumineuse.',
    'image-type':
      'Ce n’est pas une image que les navigateurs affichent : PNG, JPEG, GIF, WebP ou AVIF.',
    'image-svg':
      'Les fichiers SVG peuvent contenir des scripts et ne sont pas acceptés. Enregistrez le dessin en PNG, ou ajoutez-le sur GitHub.',
    busy: 'Beaucoup d’aperçus sont en préparation. Celui-ci suit dans un instant.',
  },
  de: {
    invalid:
      'Der Editor hat etwas Unverständliches gesendet. Laden Sie die Seite neu; Ihr Text bleibt erhalten.',
    'title-missing': 'Ein Beitrag braucht einen Titel.',
    'title-too-long': 'GitHub nimmt Titel mit höchstens 256 Zeichen.',
    'body-missing': 'Es gibt noch keinen Text zu veröffentlichen.',
    'body-too-long': 'GitHub nimmt Texte mit höchstens 65.536 Zeichen.',
    changed:
      'Der Beitrag wurde inzwischen auf GitHub geändert. Vergleichen Sie beide, bevor Sie speichern; nichts geht verloren.',
    gone: 'Dieser Beitrag wurde auf GitHub gelöscht. Ihr Text bleibt in diesem Browser erhalten.',
    'may-not-edit': 'GitHub lässt Sie diesen Beitrag nicht bearbeiten.',
    'may-not-write': 'Das Repository dieses Blogs nimmt zurzeit keine Beiträge an.',
    'may-not-upload':
      'Bilder liegen im Repository dieses Blogs, und Sie oder die App des Blogs dürfen dort nicht schreiben. Fügen Sie das Bild auf GitHub ein und setzen Sie seine Adresse hier ein.',
    'image-too-large': 'Dieses Bild ist zu groß.',
    'image-type': 'Das ist kein Bild, das Browser zeigen: PNG, JPEG, GIF, WebP oder AVIF.',
    'image-svg':
      'SVG-Dateien können Skripte enthalten und werden nicht angenommen. Speichern Sie die Zeichnung als PNG, oder fügen Sie sie auf GitHub ein.',
    busy: 'Es entstehen gerade viele Vorschauen. Diese folgt gleich.',
  },
  es: {
    invalid:
      'El editor envió algo que no se pudo entender. Recarga la página; tu texto se conserva.',
    'title-missing': 'Una entrada necesita un título.',
    'title-too-long': 'GitHub admite títulos de 256 caracteres como máximo.',
    'body-missing': 'Todavía no hay texto que publicar.',
    'body-too-long': 'GitHub admite textos de 65 536 caracteres como máximo.',
    changed:
      'La entrada se modificó en GitHub entretanto. Compara ambas antes de guardar; no se pierde nada.',
    gone: 'Esta entrada se eliminó en GitHub. Tu texto se conserva en este navegador.',
    'may-not-edit': 'GitHub no te permite editar esta entrada.',
    'may-not-write': 'El repositorio de este blog no admite entradas por ahora.',
    'may-not-upload':
      'Las imágenes se guardan en el repositorio de este blog donde tú, o la aplicación del blog, no tenéis permiso para escribir. Añade la imagen en GitHub y pega aquí su dirección.',
    'image-too-large': 'Esta imagen es demasiado grande.',
    'image-type': 'No es una imagen que muestren los navegadores: PNG, JPEG, GIF, WebP o AVIF.',
    'image-svg':
      'Los archivos SVG pueden contener scripts y no se admiten. Guarda el dibujo como PNG o añádelo en GitHub.',
    busy: 'Se están preparando muchas vistas previas. Esta llegará en un momento.',
  },
  pt: {
    invalid:
      'O editor enviou algo que não se entendeu. Recarregue a página; o seu texto é guardado.',
    'title-missing': 'Um artigo precisa de um título.',
    'title-too-long': 'O GitHub aceita títulos com 256 caracteres, no máximo.',
    'body-missing': 'Ainda não há texto para publicar.',
    'body-too-long': 'O GitHub aceita textos com 65 536 caracteres, no máximo.',
    changed:
      'O artigo foi alterado no GitHub entretanto. Compare os dois antes de guardar; nada se perde.',
    gone: 'Este artigo foi eliminado no GitHub. O seu texto fica neste navegador.',
    'may-not-edit': 'O GitHub não lhe permite editar este artigo.',
    'may-not-write': 'O repositório deste blogue não aceita artigos de momento.',
    'may-not-upload':
      'As imagens ficam no repositório deste blogue, onde o utilizador, ou a aplicação do blogue, não pode escrever. Adicione a imagem no GitHub e cole aqui o endereço.',
    'image-too-large': 'Esta imagem é demasiado grande.',
    'image-type': 'Isto não é uma imagem que os navegadores mostrem: PNG, JPEG, GIF, WebP ou AVIF.',
    'image-svg':
      'Os ficheiros SVG podem conter scripts e não são aceites. Guarde o desenho como PNG ou adicione-o no GitHub.',
    busy: 'Estão a ser feitas muitas pré-visualizações. Esta segue dentro de momentos.',
  },
  ja: {
    invalid:
      'エディターから読み取れない内容が送られました。ページを読み込み直してください。文章は残っています。',
    'title-missing': '記事には題名が必要です。',
    'title-too-long': 'GitHub の題名は 256 文字までです。',
    'body-missing': '公開する文章がまだありません。',
    'body-too-long': 'GitHub の本文は 65,536 文字までです。',
    changed: 'この記事は GitHub で変更されました。保存する前に比べてください。何も失われません。',
    gone: 'この記事は GitHub で削除されました。文章はこのブラウザーに残っています。',
    'may-not-edit': 'GitHub 上でこの記事を編集する権限がありません。',
    'may-not-write': 'このブログのリポジトリは現在、記事を受け付けていません。',
    'may-not-upload':
      '画像はこのブログのリポジトリに保存されますが、あなた、またはブログの App に書き込む権限がありません。GitHub で画像を追加し、その URL をここに貼り付けてください。',
    'image-too-large': 'この画像は大きすぎます。',
    'image-type': 'ブラウザーで表示できる画像（PNG、JPEG、GIF、WebP、AVIF）ではありません。',
    'image-svg':
      'SVG はスクリプトを含むことがあるため受け付けません。PNG で保存するか、GitHub で追加してください。',
    busy: '多くのプレビューを作成中です。まもなく表示されます。',
  },
  zh: {
    invalid: '编辑器发送的内容无法识别。请重新载入页面；文字已保留。',
    'title-missing': '文章需要标题。',
    'title-too-long': 'GitHub 的标题最多 256 个字符。',
    'body-missing': '还没有可发布的文字。',
    'body-too-long': 'GitHub 的正文最多 65,536 个字符。',
    changed: '这篇文章同时在 GitHub 上被修改了。保存前请先比较，什么都不会丢失。',
    gone: '这篇文章已在 GitHub 上删除。文字保留在此浏览器中。',
    'may-not-edit': 'GitHub 不允许你编辑这篇文章。',
    'may-not-write': '此博客的仓库目前不接受文章。',
    'may-not-upload':
      '图片保存在此博客的仓库中，而你或博客的 App 没有写入权限。请在 GitHub 上添加图片，再把地址粘贴到这里。',
    'image-too-large': '这张图片太大了。',
    'image-type': '这不是浏览器可显示的图片：PNG、JPEG、GIF、WebP 或 AVIF。',
    'image-svg': 'SVG 文件可能含有脚本，不予接受。请存为 PNG，或在 GitHub 上添加。',
    busy: '正在生成许多预览，稍后就到这一份。',
  },
  ar: {
    invalid: 'أرسل المحرر ما لا يُفهم. أعد تحميل الصفحة؛ نصّك محفوظ.',
    'title-missing': 'تحتاج التدوينة إلى عنوان.',
    'title-too-long': 'يقبل GitHub عناوين من 256 حرفًا على الأكثر.',
    'body-missing': 'لا نصّ للنشر بعد.',
    'body-too-long': 'يقبل GitHub نصوصًا من 65,536 حرفًا على الأكثر.',
    changed: 'تغيّرت التدوينة على GitHub في هذه الأثناء. قارن بين النصين قبل الحفظ؛ لن يضيع شيء.',
    gone: 'حُذفت هذه التدوينة من GitHub. نصّك محفوظ في هذا المتصفح.',
    'may-not-edit': 'لا يسمح لك GitHub بتحرير هذه التدوينة.',
    'may-not-write': 'لا يقبل مستودع هذه المدونة تدوينات حاليًا.',
    'may-not-upload':
      'تُحفظ الصور في مستودع هذه المدونة، ولا يحق لك، أو لتطبيق المدونة، الكتابة فيه. أضف الصورة على GitHub والصق عنوانها هنا.',
    'image-too-large': 'هذه الصورة كبيرة جدًا.',
    'image-type': 'ليست هذه صورة تعرضها المتصفحات: PNG أو JPEG أو GIF أو WebP أو AVIF.',
    'image-svg':
      'قد تحتوي ملفات SVG على نصوص برمجية، لذا لا تُقبل. احفظ الرسم بصيغة PNG أو أضفه على GitHub.',
    busy: 'تُعدّ معاينات كثيرة الآن. ستأتي هذه بعد لحظة.',
  },
};

/** @param language the site's: BCP 47 */
export function writingRefusal(code: WritingRefusal, language: string): string {
  return SENTENCES[spokenLanguage(language)][code];
}
