/** The few words that scripts put on a written text; apart, so that only those scripts carry them. */
import type { Spoken } from '.';

export interface ArticleWords {
  copy: string;
  copied: string;
  play: string;
  stop: string;
  close: string;
  diagram: string;
  diagramSource: string;
  diagramFailed: string;
}

export const ENGLISH: ArticleWords = {
  copy: 'Copy',
  copied: 'Copied',
  play: 'Play animation',
  stop: 'Stop animation',
  close: 'Close',
  diagram: 'Diagram',
  diagramSource: 'Source of the diagram',
  diagramFailed: 'This diagram cannot be drawn; its source follows.',
};

/** In every language the interface speaks. */
export const ARTICLE_WORDS: Readonly<Record<Spoken, ArticleWords>> = {
  en: ENGLISH,
  fr: {
    copy: 'Copier',
    copied: 'Copié',
    play: 'Lancer l’animation',
    stop: 'Arrêter l’animation',
    close: 'Fermer',
    diagram: 'Diagramme',
    diagramSource: 'Source du diagramme',
    diagramFailed: 'Ce diagramme ne peut être dessiné ; voici sa source.',
  },
  de: {
    copy: 'Kopieren',
    copied: 'Kopiert',
    play: 'Animation abspielen',
    stop: 'Animation anhalten',
    close: 'Schließen',
    diagram: 'Diagramm',
    diagramSource: 'Quelltext des Diagramms',
    diagramFailed: 'Dieses Diagramm lässt sich nicht zeichnen; hier ist sein Quelltext.',
  },
  es: {
    copy: 'Copiar',
    copied: 'Copiado',
    play: 'Reproducir la animación',
    stop: 'Detener la animación',
    close: 'Cerrar',
    diagram: 'Diagrama',
    diagramSource: 'Código del diagrama',
    diagramFailed: 'Este diagrama no se puede dibujar; sigue su código.',
  },
  pt: {
    copy: 'Copiar',
    copied: 'Copiado',
    play: 'Reproduzir a animação',
    stop: 'Parar a animação',
    close: 'Fechar',
    diagram: 'Diagrama',
    diagramSource: 'Código do diagrama',
    diagramFailed: 'Não foi possível desenhar este diagrama; segue o seu código.',
  },
  ja: {
    copy: 'コピー',
    copied: 'コピーしました',
    play: 'アニメーションを再生',
    stop: 'アニメーションを停止',
    close: '閉じる',
    diagram: '図',
    diagramSource: '図のソース',
    diagramFailed: 'この図は描画できません。以下はそのソースです。',
  },
  zh: {
    copy: '复制',
    copied: '已复制',
    play: '播放动画',
    stop: '停止动画',
    close: '关闭',
    diagram: '图表',
    diagramSource: '图表源码',
    diagramFailed: '无法绘制此图表，以下是它的源码。',
  },
  ar: {
    copy: 'نسخ',
    copied: 'تم النسخ',
    play: 'تشغيل الصورة المتحركة',
    stop: 'إيقاف الصورة المتحركة',
    close: 'إغلاق',
    diagram: 'رسم تخطيطي',
    diagramSource: 'مصدر الرسم التخطيطي',
    diagramFailed: 'تعذّر رسم هذا المخطط، ومصدره فيما يلي.',
  },
};
