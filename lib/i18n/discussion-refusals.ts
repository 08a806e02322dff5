/** Why something in a discussion is not done; only the server carries these sentences. */
import { type Spoken, spokenLanguage } from '.';

export type DiscussionRefusalCode =
  | 'bad-request'
  | 'empty'
  | 'too-long'
  | 'not-a-post'
  | 'no-such-comment'
  | 'no-such-reaction'
  | 'locked'
  | 'archived'
  | 'not-yours'
  | 'not-allowed'
  | 'changed-meanwhile';

type Sentences = Readonly<Record<DiscussionRefusalCode, string>>;

const en: Sentences = {
  'bad-request': 'The request should hold the comment’s text and its key.',
  empty: 'A comment needs some text.',
  'too-long': 'A comment holds 65,536 characters at most, and this one is longer.',
  'not-a-post': 'This post is not published any more. Your text is kept.',
  'no-such-comment': 'This comment is not here any more. It may have been deleted meanwhile.',
  'no-such-reaction': 'There is no such reaction.',
  locked: 'Comments on this post are closed.',
  archived: 'The repository of this blog is archived, so nothing can be added.',
  'not-yours': 'Only its author and the editors of this blog may change this comment.',
  'not-allowed': 'GitHub does not let you take part here.',
  'changed-meanwhile':
    'This comment was changed elsewhere since you began. Your text is kept; open the comment anew to see the other version.',
};

const fr: Sentences = {
  'bad-request': 'La requête devrait contenir le texte du commentaire et sa clé.',
  empty: 'Un commentaire a besoin de texte.',
  'too-long': 'Un commentaire compte au plus 65 536 caractères ; celui-ci est plus long.',
  'not-a-post': 'Cet article n’est plus publié. Votre texte est conservé.',
  'no-such-comment': 'Ce commentaire n’est plus là. Il a peut-être été supprimé entre-temps.',
  'no-such-reaction': 'Cette réaction n’existe pas.',
  locked: 'Les commentaires de cet article sont fermés.',
  archived: 'Le dépôt de ce blog est archivé ; rien ne peut y être ajouté.',
  'not-yours': 'Seuls son auteur et les éditeurs du blog peuvent modifier ce commentaire.',
  'not-allowed': 'GitHub ne vous permet pas de participer ici.',
  'changed-meanwhile':
    'Ce commentaire a été modifié ailleurs depuis que vous avez commencé. Votre texte est conservé ; rouvrez le commentaire pour voir l’autre version.',
};

const de: Sentences = {
  'bad-request': 'Die Anfrage sollte den Text des Kommentars und seinen Schlüssel enthalten.',
  empty: 'Ein Kommentar braucht etwas Text.',
  'too-long': 'Ein Kommentar fasst höchstens 65.536 Zeichen, und dieser ist länger.',
  'not-a-post': 'Dieser Beitrag ist nicht mehr veröffentlicht. Ihr Text bleibt erhalten.',
  'no-such-comment':
    'Diesen Kommentar gibt es hier nicht mehr. Vielleicht wurde er inzwischen gelöscht.',
  'no-such-reaction': 'Diese Reaktion gibt es nicht.',
  locked: 'Die Kommentare zu diesem Beitrag sind geschlossen.',
  archived: 'Das Repository dieses Blogs ist archiviert; es kann nichts hinzugefügt werden.',
  'not-yours': 'Nur wer ihn geschrieben hat oder das Blog betreut, darf diesen Kommentar ändern.',
  'not-allowed': 'GitHub lässt Sie hier nicht teilnehmen.',
  'changed-meanwhile':
    'Dieser Kommentar wurde inzwischen anderswo geändert. Ihr Text bleibt erhalten; öffnen Sie den Kommentar neu, um die andere Fassung zu sehen.',
};

const es: Sentences = {
  'bad-request': 'La petición debería contener el texto del comentario y su clave.',
  empty: 'Un comentario necesita algo de texto.',
  'too-long': 'Un comentario tiene como máximo 65.536 caracteres, y este es más largo.',
  'not-a-post': 'Esta entrada ya no está publicada. Su texto se conserva.',
  'no-such-comment': 'Este comentario ya no está aquí. Quizá se haya borrado entretanto.',
  'no-such-reaction': 'Esa reacción no existe.',
  locked: 'Los comentarios de esta entrada están cerrados.',
  archived: 'El repositorio de este blog está archivado; no se puede añadir nada.',
  'not-yours': 'Solo su autor y los editores del blog pueden cambiar este comentario.',
  'not-allowed': 'GitHub no le permite participar aquí.',
  'changed-meanwhile':
    'Este comentario se ha cambiado en otro lugar desde que empezó. Su texto se conserva; vuelva a abrir el comentario para ver la otra versión.',
};

const pt: Sentences = {
  'bad-request': 'O pedido deveria conter o texto do comentário e a sua chave.',
  empty: 'Um comentário precisa de algum texto.',
  'too-long': 'Um comentário tem no máximo 65.536 caracteres, e este é mais longo.',
  'not-a-post': 'Este artigo já não está publicado. O seu texto fica guardado.',
  'no-such-comment': 'Este comentário já não está aqui. Pode ter sido apagado entretanto.',
  'no-such-reaction': 'Essa reação não existe.',
  locked: 'Os comentários deste artigo estão fechados.',
  archived: 'O repositório deste blog está arquivado; nada pode ser acrescentado.',
  'not-yours': 'Só o autor e os editores do blog podem alterar este comentário.',
  'not-allowed': 'O GitHub não lhe permite participar aqui.',
  'changed-meanwhile':
    'Este comentário foi alterado noutro lugar desde que começou. O seu texto fica guardado; abra o comentário de novo para ver a outra versão.',
};

const ja: Sentences = {
  'bad-request': 'リクエストにはコメントの本文とキーが必要です。',
  empty: 'コメントには本文が必要です。',
  'too-long': 'コメントは 65,536 文字までです。これはそれより長くなっています。',
  'not-a-post': 'この記事はもう公開されていません。文章は保存されています。',
  'no-such-comment': 'このコメントはもうありません。その間に削除された可能性があります。',
  'no-such-reaction': 'そのリアクションはありません。',
  locked: 'この記事へのコメントは締め切られています。',
  archived: 'このブログのリポジトリはアーカイブされているため、何も追加できません。',
  'not-yours': 'このコメントを変更できるのは、書いた本人とブログの編集者だけです。',
  'not-allowed': 'GitHub の権限により、ここに参加できません。',
  'changed-meanwhile':
    '編集を始めた後に、このコメントは別の場所で変更されました。文章は保存されています。コメントを開き直すと別の版を確認できます。',
};

const zh: Sentences = {
  'bad-request': '请求应包含评论的正文及其密钥。',
  empty: '评论需要一些文字。',
  'too-long': '评论最多 65,536 个字符，这条更长。',
  'not-a-post': '这篇文章已不再公开。您的文字已保留。',
  'no-such-comment': '这条评论已不在这里，可能在此期间被删除了。',
  'no-such-reaction': '没有这种表情回应。',
  locked: '这篇文章的评论已关闭。',
  archived: '此博客的仓库已归档，无法添加任何内容。',
  'not-yours': '只有作者本人和博客的编辑可以修改这条评论。',
  'not-allowed': 'GitHub 不允许您在此参与。',
  'changed-meanwhile':
    '在您开始编辑之后，这条评论已在别处被修改。您的文字已保留；重新打开评论即可查看另一个版本。',
};

const ar: Sentences = {
  'bad-request': 'ينبغي أن يتضمّن الطلب نص التعليق ومفتاحه.',
  empty: 'يحتاج التعليق إلى بعض النص.',
  'too-long': 'يتّسع التعليق لـ 65,536 حرفًا على الأكثر، وهذا أطول.',
  'not-a-post': 'لم تعد هذه المقالة منشورة. نصّك محفوظ.',
  'no-such-comment': 'لم يعد هذا التعليق هنا. ربما حُذف في هذه الأثناء.',
  'no-such-reaction': 'لا يوجد تفاعل كهذا.',
  locked: 'التعليقات على هذه المقالة مغلقة.',
  archived: 'مستودع هذه المدوّنة مؤرشف، فلا يمكن إضافة شيء.',
  'not-yours': 'لا يمكن تعديل هذا التعليق إلا لكاتبه ولمحرّري المدوّنة.',
  'not-allowed': 'لا يسمح لك GitHub بالمشاركة هنا.',
  'changed-meanwhile':
    'عُدِّل هذا التعليق في مكان آخر منذ أن بدأت. نصّك محفوظ؛ افتح التعليق من جديد لرؤية النسخة الأخرى.',
};

const SENTENCES: Readonly<Record<Spoken, Sentences>> = { en, fr, de, es, pt, ja, zh, ar };

/** @param language BCP 47 */
export function discussionRefusal(code: DiscussionRefusalCode, language: string): string {
  return SENTENCES[spokenLanguage(language)][code];
}
