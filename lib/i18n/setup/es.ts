import type { SetupWords } from './setup-words';

export const es: SetupWords = {
  title: 'Configurar',
  lead: 'Este blog aún no está conectado a GitHub. Dos caminos llevan allí; el primero tarda unos dos minutos.',
  repositoryTitle: '¿Qué repositorio?',
  repositoryText:
    'Sus issues se convierten en artículos. Debe ser público y tener los issues activados.',
  repositoryLabel: 'Repositorio, como propietario/nombre',
  repositoryWrong: '«{value}» debería ser como propietario/nombre.',
  go: 'Continuar',
  change: 'Elegir otro repositorio',
  appTitle: 'Con una GitHub App',
  appText:
    'GitHub muestra lo que puede hacer la App «{app}». Pulse allí el botón y volverá con todos los ajustes.',
  appFacts: [
    'Lee y escribe issues de los repositorios donde la instale, como {repository}, añade las imágenes que los autores ponen en los artículos, y nada más.',
    'Avisa a este sitio de cada cambio, en {url}.',
    'Permite a los lectores iniciar sesión y responde a los artículos con su propio nombre.',
  ],
  createApp: 'Crear la GitHub App',
  unreachable:
    'GitHub no puede llegar a {url}, así que la App se crea sin webhook. Si el sitio tiene una dirección pública, póngala primero en SITE_URL.',
  tokenTitle: 'Con un token',
  tokenText: 'Sin App, el bot habla como usted y los lectores debaten en GitHub.',
  tokenSteps: [
    'Cree un token detallado para {repository} con «Issues: read and write».',
    'Añada un webhook al repositorio: dirección {url}, content type application/json, el secreto de abajo y los eventos {events}.',
    'Ponga estos ajustes y GITHUB_TOKEN donde se ejecuta el sitio y reinícielo. «npm run doctor» los comprueba.',
  ],
  makeToken: 'Crear el token',
  addWebhook: 'Añadir el webhook',
  createdTitle: 'La App «{app}» ya existe',
  createdText:
    'Estos ajustes se muestran solo esta vez. Póngalos donde se ejecuta el sitio y reinícielo.',
  copy: 'Copiar {name}',
  copied: 'Copiado',
  copyAll: 'Copiar todo',
  download: 'Descargar como .env',
  whereVercel:
    'En Vercel: péguelos todos en Settings → Environment Variables y despliegue de nuevo.',
  whereServer:
    'En un servidor propio: guarde el archivo como .env junto al sitio y arránquelo de nuevo.',
  nextTitle: 'Después',
  installText:
    'Cuando el sitio funcione con sus ajustes, instale la App en {repository}. GitHub le trae de vuelta y se comprueba todo.',
  install: 'Instalar la App',
  check: 'Comprobar la configuración',
  failed: {
    used: {
      title: 'Este código ya se usó',
      text: 'GitHub entrega los ajustes de una App nueva una sola vez, dentro de una hora. Elimine la App creada y créela de nuevo.',
    },
    foreign: {
      title: 'Esto no empezó aquí',
      text: 'El regreso desde GitHub pertenece a otro navegador o empezó hace más de una hora. Si se creó una App, elimínela y empiece de nuevo.',
    },
    down: {
      title: 'GitHub no responde',
      text: 'Recargue esta página en un momento; su dirección vale una hora.',
    },
  },
  manageApps: 'Sus Apps en GitHub',
  again: 'Empezar de nuevo',
  closedTitle: 'Este blog está configurado',
  closedText: 'Quien puede escribir en su repositorio ve aquí cómo está, tras iniciar sesión.',
  closedNoSignIn:
    'El inicio de sesión está desactivado. En la máquina, «npm run doctor» dice cómo está.',
  closedStranger:
    'Usted es {name}, que no puede escribir en el repositorio, según dice GitHub a la App. ¿Está la App instalada allí?',
  signIn: 'Iniciar sesión con GitHub',
  checksTitle: 'Cómo está este blog',
  verdicts: {
    ok: 'Todo está en orden.',
    warn: 'Funciona. Algo podría estar mejor.',
    fail: 'Algo lo impide.',
  },
  states: { ok: 'En orden', warn: 'Podría estar mejor', fail: 'Lo impide', off: 'Desactivado' },
  subjects: {
    settings: 'Ajustes',
    'site-address': 'Dirección del sitio',
    'private-key': 'Clave privada',
    credentials: 'Credenciales',
    'token-expiry': 'Fin del token',
    installation: 'Instalación',
    repository: 'Repositorio',
    rights: 'Permisos',
    'rate-limit': 'Llamadas restantes',
    label: 'Etiqueta',
    template: 'Plantilla de issue',
    webhook: 'El webhook',
    'sign-in': 'Inicio de sesión',
    extras: 'Complementos',
    'site-answers': 'El sitio',
  },
  createLabel: 'Crear la etiqueta',
  addTemplate: 'Añadir la plantilla',
  open: 'Abrir en GitHub',
  checkAgain: 'Comprobar otra vez',
};
