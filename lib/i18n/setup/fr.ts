import type { SetupWords } from './setup-words';

export const fr: SetupWords = {
  title: 'Installation',
  lead: 'Ce blog n’est pas encore relié à GitHub. Deux chemins y mènent ; le premier prend environ deux minutes.',
  repositoryTitle: 'Quel dépôt ?',
  repositoryText:
    'Ses tickets deviennent les billets. Il doit être public, avec les tickets activés.',
  repositoryLabel: 'Dépôt, sous la forme propriétaire/nom',
  repositoryWrong: '« {value} » devrait avoir la forme propriétaire/nom.',
  go: 'Continuer',
  change: 'Choisir un autre dépôt',
  appTitle: 'Avec une GitHub App',
  appText:
    'GitHub montre ce que l’App « {app} » peut faire. Appuyez là-bas sur le bouton, et vous revenez avec tous les réglages.',
  appFacts: [
    'Elle lit et écrit les tickets des dépôts où vous l’installez, comme {repository}, ajoute les images que les auteurs mettent dans les billets, et rien d’autre.',
    'Elle signale chaque changement à ce site, à l’adresse {url}.',
    'Elle permet aux lecteurs de se connecter, et répond aux billets sous son propre nom.',
  ],
  createApp: 'Créer la GitHub App',
  unreachable:
    'GitHub ne peut pas joindre {url} ; l’App est donc créée sans webhook. Si le site a une adresse publique, donnez-la d’abord à SITE_URL.',
  tokenTitle: 'Avec un jeton',
  tokenText: 'Sans App, le robot parle en votre nom, et les lecteurs discutent sur GitHub.',
  tokenSteps: [
    'Créez un jeton à granularité fine pour {repository} avec « Issues: read and write ».',
    'Ajoutez un webhook au dépôt : adresse {url}, content type application/json, le secret ci-dessous et les événements {events}.',
    'Mettez ces réglages et GITHUB_TOKEN là où tourne le site, et redémarrez-le. « npm run doctor » les vérifie.',
  ],
  makeToken: 'Créer le jeton',
  addWebhook: 'Ajouter le webhook',
  createdTitle: 'L’App « {app} » est là',
  createdText:
    'Ces réglages ne sont montrés que cette fois. Mettez-les là où tourne le site, et redémarrez-le.',
  copy: 'Copier {name}',
  copied: 'Copié',
  copyAll: 'Tout copier',
  download: 'Télécharger en .env',
  whereVercel: 'Sur Vercel : collez-les tous dans Settings → Environment Variables, et redéployez.',
  whereServer:
    'Sur votre propre serveur : gardez le fichier sous le nom .env à côté du site, et redémarrez-le.',
  nextTitle: 'Ensuite',
  installText:
    'Quand le site tourne avec ses réglages, installez l’App sur {repository}. GitHub vous ramène ici, et tout est vérifié.',
  install: 'Installer l’App',
  check: 'Vérifier l’installation',
  failed: {
    used: {
      title: 'Ce code a déjà servi',
      text: 'GitHub donne les réglages d’une nouvelle App une seule fois, dans l’heure. Supprimez l’App qui a été créée, et recommencez.',
    },
    foreign: {
      title: 'Cela n’a pas commencé ici',
      text: 'Ce retour de GitHub appartient à un autre navigateur, ou a commencé il y a plus d’une heure. Si une App a été créée, supprimez-la, et recommencez.',
    },
    down: {
      title: 'GitHub ne répond pas',
      text: 'Rechargez cette page dans un instant ; son adresse est valable une heure.',
    },
  },
  manageApps: 'Vos Apps sur GitHub',
  again: 'Recommencer',
  closedTitle: 'Ce blog est installé',
  closedText: 'Qui peut écrire dans son dépôt voit ici comment il va, après s’être connecté.',
  closedNoSignIn:
    'La connexion est désactivée. Sur la machine, « npm run doctor » dit comment il va.',
  closedStranger:
    'Vous êtes {name}, qui ne peut pas écrire dans le dépôt, d’après ce que GitHub dit à l’App. L’App y est-elle installée ?',
  signIn: 'Se connecter avec GitHub',
  checksTitle: 'Comment va ce blog',
  verdicts: {
    ok: 'Tout est en ordre.',
    warn: 'Il marche. Quelque chose pourrait être mieux.',
    fail: 'Quelque chose bloque.',
  },
  states: { ok: 'En ordre', warn: 'Pourrait être mieux', fail: 'Bloque', off: 'Désactivé' },
  subjects: {
    settings: 'Réglages',
    'site-address': 'Adresse du site',
    'private-key': 'Clé privée',
    credentials: 'Identifiants',
    'token-expiry': 'Fin du jeton',
    installation: 'App installée',
    repository: 'Dépôt',
    rights: 'Droits',
    'rate-limit': 'Appels restants',
    label: 'Étiquette',
    template: 'Modèle de ticket',
    webhook: 'Le webhook',
    'sign-in': 'Connexion',
    extras: 'Options',
    'site-answers': 'Le site',
  },
  createLabel: 'Créer l’étiquette',
  addTemplate: 'Ajouter le modèle',
  open: 'Ouvrir sur GitHub',
  checkAgain: 'Vérifier à nouveau',
};
