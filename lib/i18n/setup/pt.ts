import type { SetupWords } from './setup-words';

export const pt: SetupWords = {
  title: 'Configuração',
  lead: 'Este blogue ainda não está ligado ao GitHub. Dois caminhos levam lá; o primeiro demora cerca de dois minutos.',
  repositoryTitle: 'Qual repositório?',
  repositoryText:
    'As suas issues tornam-se os artigos. Tem de ser público e ter as issues ativadas.',
  repositoryLabel: 'Repositório, como proprietário/nome',
  repositoryWrong: '“{value}” deve ter a forma proprietário/nome.',
  go: 'Continuar',
  change: 'Escolher outro repositório',
  appTitle: 'Com uma GitHub App',
  appText:
    'O GitHub mostra o que a App “{app}” pode fazer. Carregue lá no botão e volta com todas as definições.',
  appFacts: [
    'Lê e escreve issues dos repositórios onde a instalar, como {repository}, acrescenta as imagens que os autores põem nos artigos, e nada mais.',
    'Avisa este site de cada alteração, em {url}.',
    'Permite aos leitores iniciar sessão e responde aos artigos com um nome próprio.',
  ],
  createApp: 'Criar a GitHub App',
  unreachable:
    'O GitHub não consegue chegar a {url}, por isso a App é criada sem webhook. Se o site tem um endereço público, ponha-o primeiro em SITE_URL.',
  tokenTitle: 'Com um token',
  tokenText: 'Sem App, o bot fala em seu nome e os leitores conversam no GitHub.',
  tokenSteps: [
    'Crie um token detalhado para {repository} com “Issues: read and write”.',
    'Adicione um webhook ao repositório: endereço {url}, content type application/json, o segredo abaixo e os eventos {events}.',
    'Defina estas variáveis e GITHUB_TOKEN onde o site corre e reinicie-o. “npm run doctor” verifica-as.',
  ],
  makeToken: 'Criar o token',
  addWebhook: 'Adicionar o webhook',
  createdTitle: 'A App “{app}” existe',
  createdText:
    'Estas definições são mostradas só desta vez. Ponha-as onde o site corre e reinicie-o.',
  copy: 'Copiar {name}',
  copied: 'Copiado',
  copyAll: 'Copiar tudo',
  download: 'Transferir como .env',
  whereVercel: 'Na Vercel: cole tudo em Settings → Environment Variables e publique de novo.',
  whereServer:
    'Num servidor próprio: guarde o ficheiro como .env junto do site e arranque-o de novo.',
  nextTitle: 'Depois',
  installText:
    'Quando o site correr com as suas definições, instale a App em {repository}. O GitHub traz de volta e tudo é verificado.',
  install: 'Instalar a App',
  check: 'Verificar a configuração',
  failed: {
    used: {
      title: 'Este código já foi usado',
      text: 'O GitHub dá as definições de uma App nova uma só vez, dentro de uma hora. Elimine a App criada e crie-a de novo.',
    },
    foreign: {
      title: 'Isto não começou aqui',
      text: 'O regresso do GitHub pertence a outro navegador ou começou há mais de uma hora. Se uma App foi criada, elimine-a e comece de novo.',
    },
    down: {
      title: 'O GitHub não responde',
      text: 'Recarregue esta página daqui a pouco; o endereço vale uma hora.',
    },
  },
  manageApps: 'As suas Apps no GitHub',
  again: 'Começar de novo',
  closedTitle: 'Este blogue está configurado',
  closedText: 'Quem pode escrever no seu repositório vê aqui como está, depois de iniciar sessão.',
  closedNoSignIn: 'O início de sessão está desligado. Na máquina, “npm run doctor” diz como está.',
  closedStranger:
    'É {name}, que não pode escrever no repositório, segundo o GitHub diz à App. A App está instalada lá?',
  signIn: 'Iniciar sessão com o GitHub',
  checksTitle: 'Como está este blogue',
  verdicts: {
    ok: 'Tudo está em ordem.',
    warn: 'Funciona. Algo podia estar melhor.',
    fail: 'Algo impede o blogue.',
  },
  states: { ok: 'Em ordem', warn: 'Podia estar melhor', fail: 'Impede', off: 'Desligado' },
  subjects: {
    settings: 'Definições',
    'site-address': 'Endereço do site',
    'private-key': 'Chave privada',
    credentials: 'Credenciais',
    'token-expiry': 'Fim do token',
    installation: 'Instalação',
    repository: 'Repositório',
    rights: 'Permissões',
    'rate-limit': 'Chamadas restantes',
    label: 'Etiqueta',
    template: 'Modelo de issue',
    webhook: 'O webhook',
    'sign-in': 'Início de sessão',
    extras: 'Complementos',
    'site-answers': 'O site',
  },
  createLabel: 'Criar a etiqueta',
  addTemplate: 'Adicionar o modelo',
  open: 'Abrir no GitHub',
  checkAgain: 'Verificar outra vez',
};
