import type { SetupWords } from './setup-words';

export const de: SetupWords = {
  title: 'Einrichten',
  lead: 'Dieses Blog ist noch nicht mit GitHub verbunden. Zwei Wege führen dorthin; der erste dauert etwa zwei Minuten.',
  repositoryTitle: 'Welches Repository?',
  repositoryText:
    'Seine Issues werden die Beiträge. Es muss öffentlich sein und Issues eingeschaltet haben.',
  repositoryLabel: 'Repository, als Besitzer/Name',
  repositoryWrong: '„{value}“ sollte wie Besitzer/Name aussehen.',
  go: 'Weiter',
  change: 'Anderes Repository wählen',
  appTitle: 'Mit einer GitHub-App',
  appText:
    'GitHub zeigt, was die App „{app}“ darf. Drücken Sie dort den Knopf, und Sie kommen mit allen Einstellungen zurück.',
  appFacts: [
    'Sie liest und schreibt Issues der Repositorys, auf denen Sie sie installieren, etwa {repository}, fügt die Bilder hinzu, die Autoren in Beiträge setzen, und tut sonst nichts.',
    'Sie meldet dieser Website jede Änderung, unter {url}.',
    'Sie lässt Leser sich anmelden und beantwortet Beiträge unter eigenem Namen.',
  ],
  createApp: 'GitHub-App anlegen',
  unreachable:
    'GitHub kann {url} nicht erreichen; die App wird deshalb ohne Webhook angelegt. Hat die Website eine öffentliche Adresse, dann setzen Sie zuerst SITE_URL darauf.',
  tokenTitle: 'Mit einem Token',
  tokenText: 'Ohne App spricht der Bot als Sie, und Leser diskutieren auf GitHub.',
  tokenSteps: [
    'Erstellen Sie ein fein abgestuftes Token für {repository} mit „Issues: read and write“.',
    'Fügen Sie dem Repository einen Webhook hinzu: Adresse {url}, Content type application/json, das Geheimnis unten und die Ereignisse {events}.',
    'Setzen Sie diese Einstellungen und GITHUB_TOKEN dort, wo die Website läuft, und starten Sie sie neu. „npm run doctor“ prüft sie.',
  ],
  makeToken: 'Token erstellen',
  addWebhook: 'Webhook hinzufügen',
  createdTitle: 'Die App „{app}“ ist da',
  createdText:
    'Diese Einstellungen werden nur dieses eine Mal gezeigt. Übernehmen Sie sie dort, wo die Website läuft, und starten Sie sie neu.',
  copy: '{name} kopieren',
  copied: 'Kopiert',
  copyAll: 'Alle kopieren',
  download: 'Als .env herunterladen',
  whereVercel: 'Auf Vercel: alle in Settings → Environment Variables einfügen und neu ausliefern.',
  whereServer:
    'Auf einem eigenen Server: die Datei als .env neben die Website legen und sie neu starten.',
  nextTitle: 'Danach',
  installText:
    'Wenn die Website mit ihren Einstellungen läuft, installieren Sie die App auf {repository}. GitHub führt Sie hierher zurück, und alles wird geprüft.',
  install: 'App installieren',
  check: 'Einrichtung prüfen',
  failed: {
    used: {
      title: 'Dieser Code ist verbraucht',
      text: 'GitHub gibt die Einstellungen einer neuen App einmal heraus, innerhalb einer Stunde. Löschen Sie die angelegte App und legen Sie sie noch einmal an.',
    },
    foreign: {
      title: 'Das wurde nicht hier begonnen',
      text: 'Der Rückweg von GitHub gehört zu einem anderen Browser oder begann vor mehr als einer Stunde. Wurde eine App angelegt, löschen Sie sie und beginnen Sie noch einmal.',
    },
    down: {
      title: 'GitHub antwortet nicht',
      text: 'Laden Sie diese Seite gleich noch einmal; ihre Adresse gilt eine Stunde.',
    },
  },
  manageApps: 'Ihre Apps auf GitHub',
  again: 'Noch einmal beginnen',
  closedTitle: 'Dieses Blog ist eingerichtet',
  closedText:
    'Wer in sein Repository schreiben darf, sieht hier nach dem Anmelden, wie es ihm geht.',
  closedNoSignIn:
    'Das Anmelden ist ausgeschaltet. Auf der Maschine sagt „npm run doctor“, wie es dem Blog geht.',
  closedStranger:
    'Sie sind {name} und dürfen, soweit GitHub der App sagt, nicht in das Repository schreiben. Ist die App dort installiert?',
  signIn: 'Mit GitHub anmelden',
  checksTitle: 'Wie es diesem Blog geht',
  verdicts: {
    ok: 'Alles ist in Ordnung.',
    warn: 'Es läuft. Etwas könnte besser sein.',
    fail: 'Etwas steht im Weg.',
  },
  states: { ok: 'In Ordnung', warn: 'Könnte besser sein', fail: 'Im Weg', off: 'Aus' },
  subjects: {
    settings: 'Einstellungen',
    'site-address': 'Adresse der Website',
    'private-key': 'Privater Schlüssel',
    credentials: 'Zugangsdaten',
    'token-expiry': 'Ende des Tokens',
    installation: 'Installierte App',
    repository: 'Das Repository',
    rights: 'Rechte',
    'rate-limit': 'Übrige Anfragen',
    label: 'Das Label',
    template: 'Issue-Vorlage',
    webhook: 'Der Webhook',
    'sign-in': 'Anmelden',
    extras: 'Zugaben',
    'site-answers': 'Die Website',
  },
  createLabel: 'Label anlegen',
  addTemplate: 'Vorlage hinzufügen',
  open: 'Auf GitHub öffnen',
  checkAgain: 'Noch einmal prüfen',
};
