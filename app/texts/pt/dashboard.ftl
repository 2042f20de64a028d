### O painel.

## Em vários lugares

office-tab = { $page } · Oriel
office-skip = Ir para o conteúdo
office-menu = Menu
office-needs-scripts = Esta página precisa de scripts para salvar o que você muda. Permita-os neste site.
office-loading = Carregando
office-home = Ir para a página inicial
office-actions = Ações
office-act-on = { $act } { $of }
office-saved = Salvo
office-saving = Salvando…
office-creating = Criando…
office-done = Pronto
office-never = Nunca
office-none = Nenhum
office-email = E-mail
office-password = Senha
office-password-hint = Pelo menos { $least } caracteres. Algumas palavras são mais fáceis do que sinais.
office-role = Função
office-expires = Expira
office-customer = Cliente
office-address = Endereço
office-events = Eventos
office-created = Criação
office-last-used = Último uso
office-edit = Editar
office-delete = Excluir
office-deleting = Excluindo…
office-deleted = Excluído
office-delete-ask = Excluir { $name }?
office-revoke = Revogar
office-revoking = Revogando…
office-revoked = Revogado
office-revoke-ask = Revogar { $name }?
office-blank-stays = Em branco: fica como está.
office-count = { $count }/{ $most }
paging = Páginas
paging-previous = Anterior
paging-next = Próxima
paging-place = Página { $page } de { $pages }

## A que distância está um momento

ahead-now = em um minuto
ahead-minutes = { $count ->
    [one] em { $count } minuto
    [many] em { $count } de minutos
   *[other] em { $count } minutos
}
ahead-hours = { $count ->
    [one] em { $count } hora
    [many] em { $count } de horas
   *[other] em { $count } horas
}
ahead-days = { $count ->
    [one] em { $count } dia
    [many] em { $count } de dias
   *[other] em { $count } dias
}
ahead-months = { $count ->
    [one] em { $count } mês
    [many] em { $count } de meses
   *[other] em { $count } meses
}
ahead-years = { $count ->
    [one] em { $count } ano
    [many] em { $count } de anos
   *[other] em { $count } anos
}
ago-now = agora mesmo
ago-minutes = { $count ->
    [one] há { $count } minuto
    [many] há { $count } de minutos
   *[other] há { $count } minutos
}
ago-hours = { $count ->
    [one] há { $count } hora
    [many] há { $count } de horas
   *[other] há { $count } horas
}
ago-days = { $count ->
    [one] há { $count } dia
    [many] há { $count } de dias
   *[other] há { $count } dias
}
ago-months = { $count ->
    [one] há { $count } mês
    [many] há { $count } de meses
   *[other] há { $count } meses
}
ago-years = { $count ->
    [one] há { $count } ano
    [many] há { $count } de anos
   *[other] há { $count } anos
}

## O que deu errado

office-signed-out = Você saiu da conta. Entre em outra aba e tente novamente.
office-owners-only = Só os proprietários do projeto podem fazer isso.
office-gone = Não existe mais.
trouble-signed-out-why = Entre para continuar de onde parou.
trouble-owners-only = Só os proprietários podem ver isto
trouble-owners-only-why = Peça a um proprietário do projeto que torne você um deles.
trouble-nothing-why = Não existe mais ou pertence a um projeto que não é seu.
trouble-not-loaded = Não foi possível carregar
trouble-start = Ir para o início

## O que o servidor recusa, abaixo do campo

wrong-required = É obrigatório.
wrong-long = Tem mais de { $most } caracteres.
wrong-short = Precisa de pelo menos { $least } caracteres.
wrong-nul = Contém um caractere que não pode ser salvo.
wrong-email = Não é um endereço de e-mail.
wrong-member = Esta pessoa já é membro.
wrong-sign-in = O e-mail ou a senha está incorreto.
wrong-too-many = Tentativas demais. Tente novamente em { $seconds } s.
wrong-password = Não é a desta conta.
wrong-old-password = Não é a sua senha atual.
wrong-code = Não é o que o servidor mostrou ao iniciar.
wrong-set-up = O Oriel já está configurado. Entre na sua conta.
wrong-last-owner = Um projeto mantém pelo menos um proprietário. Primeiro torne outra pessoa proprietária.
wrong-past = Está no passado.
wrong-moment = Escolha um dia e uma hora.
wrong-number-choice = Escolha um número.
wrong-customer-choice = Escolha um cliente.
wrong-origin = “{ $origin }” não é uma origem como https://app.example.com ou *.example.com.
wrong-origins = Tem mais de { $most } entradas.
wrong-meta-id = Tem caracteres que nenhum ID da Meta tem.
wrong-connected = Este número já está conectado.
wrong-customer-id = Outro cliente já o tem.
wrong-shortcut = De uma a { $most } letras, algarismos, - ou _.
wrong-shortcut-taken = Outra resposta já o tem.
wrong-replies = Um projeto guarda no máximo { $most } respostas. Exclua uma primeiro.
wrong-text = Escreva algo primeiro.
wrong-text-long = { $length } caracteres são demais; o WhatsApp aceita { $most }.
wrong-events = Escolha pelo menos um.
wrong-url = Deve ser um endereço como https://example.com/webhook.
wrong-url-scheme = Deve começar com https:// ou http://.
wrong-url-login = Não deve conter nome de usuário nem senha.
wrong-url-port = A porta deve ser 80 ou 443.
wrong-url-public = Deve ser um endereço público.
wrong-key = Deve ter de { $least } a { $most } caracteres.
wrong-webhook-off = Este webhook está desativado.
wrong-invitation = Este convite já foi usado, retirado ou é antigo demais. Peça um novo.

## Como navegar

section-embeds = Incorporações
section-numbers = Números
section-customers = Clientes
section-webhooks = Webhooks
section-members = Membros
section-api-keys = Chaves de API
section-activity = Atividade
sidebar-project = Projeto
sidebar-project-is = Projeto:
sidebar-account = : sua conta
sidebar-members = Você trabalha na caixa de entrada deste projeto. Os proprietários encontram aqui as configurações.

## Entrar, configurar, participar

entrance-nobody = Ainda ninguém tem uma conta aqui. Primeiro é preciso { $link }.
entrance-nobody-link = configurar o Oriel
setup-tab = Configurar
setup-title = Configurar o Oriel
setup-text = Crie o primeiro projeto e o proprietário dele. É você.
setup-code = Código
setup-code-hint = Mostrado no terminal do servidor ao iniciar.
setup-project = Projeto
setup-project-hint = Sua empresa ou equipe.
setup-name = Seu nome
setup-submit = Configurar
setup-done = O Oriel está configurado
setup-done-why = Já existe um proprietário. Entre ou peça um convite a ele.
gate-problem = { $field }: { $problem }
join = Participar
joining = Entrando…
join-title = Participar de { $project }
join-as = Como { $email }
join-needs-scripts = Esta página precisa de scripts para ler o seu convite. Permita-os neste site.
join-reading = Lendo o seu convite…
join-not-read = Não foi possível ler o convite
join-not-valid = Este convite não é válido
join-not-valid-why = Ele pode ter sido usado, retirado ou expirado; ou falta uma parte do link. Peça um novo.
join-known = Você já tem uma conta com este endereço. Informe a senha dela.

## A própria conta

account-title = Conta
account-text = Você e os navegadores em que entrou.
account-you = Você
account-language = Idioma
account-language-label = Idioma da sua caixa de entrada e destas páginas
account-language-browsers = O que este navegador preferir
account-language-save = Salvar idioma
account-password-old = Senha atual
account-password-new = Nova senha
account-password-hint = Pelo menos { $least } caracteres. A sessão será encerrada nos outros dispositivos.
account-password-change = Alterar senha
account-password-changing = Alterando…
account-password-changed = Senha alterada
sessions = Sessões
session-browser = Navegador
session-seen = Última atividade
session-began = Entrada
session-this = Este dispositivo
session-end = Encerrar
session-end-of = Encerrar a sessão de { $browser }
session-ended = Sessão encerrada
session-client = { $browser } no { $system }
session-unknown = Navegador desconhecido

## Incorporações: endereços que mostram a caixa de entrada em um quadro

embeds-text = Endereços que mostram esta caixa de entrada, ou parte dela, em um quadro nas suas próprias páginas.
embeds-new = Nova incorporação
embeds-hide-revoked = Ocultar revogadas
embeds-show-revoked = Mostrar revogadas
embeds-none = Ainda não há incorporações
embeds-none-why = Uma incorporação é um endereço para um iframe. Crie uma, ponha o código na sua página, e a caixa de entrada aparece.
embeds-first = Criar a primeira
embed-tab = Incorporação
embed-crumbs = Navegação estrutural
embed-new-text = Um endereço que mostra a caixa de entrada, ou parte dela, em um quadro.
embed-new-form = A nova incorporação
embed-create = Criar incorporação
embed-ready = A incorporação está pronta
embed-new-token = O novo token
embed-once = Isto é mostrado uma única vez. Copie agora: o Oriel guarda apenas uma impressão digital do token e não pode mostrá-lo de novo.
embed-open = Abrir em uma nova aba
embed-code = Código para a sua página
embed-shows = Mostra
embed-assignee = Responsável
embed-pages = Páginas permitidas
embed-everybody = Todos
embed-any-page = Qualquer página
embed-nameless = Sem nome ({ $start }…)
embed-more-pages = +{ $count }
embed-scope-project = Projeto
embed-scope-number = Número
embed-active = Ativa
embed-expired = Expirada
embed-revoked = Revogada
embed-facts = Dados
embed-fixed = O que uma incorporação mostra é fixo, para que um endereço que alguém tem nunca passe a mostrar mais. Para outro número ou cliente, crie outra incorporação.
embed-token = Token
embed-settings = Configurações
embed-name-example = Atendimento
embed-name-hint = Para você distinguir as incorporações. Ninguém o vê no quadro.
embed-everybodys = As conversas de todos
embed-assignee-hint = Com uma pessoa, o quadro mostra só o que está atribuído a ela naquele momento.
embed-theme = Tema inicial
embed-shortcuts-on = Ativados
embed-shortcuts-off = Desativados
embed-shortcuts-hint = Teclas simples como J, K e R, enquanto o quadro tem o foco. Desativados, todas as teclas ficam para a sua página.
embed-expires-now = Agora: { $moment }
embed-expires-picked = Momento de expiração, no seu relógio
expiry-never = Nunca
expiry-hour = 1 hora
expiry-day = 1 dia
expiry-week = 7 dias
expiry-month = 30 dias
expiry-quarter = 90 dias
expiry-picked = Escolher uma data
expiry-kept = Como está
origins-understood = A lista como é entendida
origins-add = Adicionar também { $origin }
origins-open = Enquanto a lista estiver vazia, qualquer página que conheça o endereço pode mostrar esta caixa de entrada.
origins-hint = Origens das páginas que podem conter o quadro, uma por linha. { $subdomains } vale para todos os subdomínios; { $ports }, para qualquer porta.
origins-good = Certo:
origins-twice = Repetido:
origins-wrong = Errado:
origins-wrong-why = { $typed } – { $why }
origins-star-alone = Um asterisco deve ficar sozinho. Deixe a lista vazia para permitir qualquer página.
origins-path = Sem o caminho: { $origin }
origins-ascii = Escreva o nome como os navegadores, com xn--.
origins-star-subdomains = Um asterisco só pode representar subdomínios de um domínio, como em *.example.com.
origins-shape = Uma origem é um esquema e um servidor, como em https://app.example.com.
preview = Prévia
preview-live = Ao vivo deste projeto, como está agora.
preview-first = { $theme } · o inicial
preview-choose = Escolha o que mostra.
preview-none = Nenhuma conversa corresponde ainda.
scope-project = O projeto inteiro
scope-project-why = Todas as conversas, de todos os números.
scope-number = Um número
scope-number-why = As conversas de um número do WhatsApp.
scope-customer = Um cliente
scope-customer-why = As conversas dos números e contatos de um cliente.
scope-no-number = Nenhum número está conectado ainda. Primeiro conecte um em Números.
scope-no-customer = Ainda não há clientes. Primeiro adicione um em Clientes.
scope-search = Digite uma parte do nome
scope-search-label = Buscar: { $what }
scope-choose = Escolher…
token-old-until = O token antigo vale até { $moment }.
token-revoked = Esta incorporação foi revogada para sempre. O endereço não mostra mais nada.
token-text = Renove o token quando ele puder ter caído em mãos erradas, ou por hábito. Revogue a incorporação quando ninguém mais deva usá-la.
token-rotate-open = Renovar token…
token-revoke-open = Revogar…
token-rotate-title = Renovar o token
token-rotate = Renovar
token-rotating = Renovando…
token-rotate-text = A incorporação recebe um novo endereço. As páginas que ainda usam o antigo continuam pelo tempo indicado aqui; depois os quadros se fecham.
token-grace = O token antigo continua valendo
grace-none = Nada
grace-minutes = 10 minutos
grace-hour = 1 hora
grace-day = 24 horas
embed-revoke-ask = Revogar esta incorporação?
embed-revoke-means = Os quadros abertos se fecham em um segundo e o endereço nunca mais funciona. Isso não pode ser desfeito.

## Por que um quadro fica em branco

doctor-title = Verificar uma página
doctor-text = O quadro fica em branco? Diga onde ele está e veja como um navegador o entende.
doctor-address = Endereço da página
doctor-sandboxed = O iframe tem um atributo sandbox
doctor-sandbox = O valor dele
doctor-good = Certo
doctor-limited = Limitado
doctor-blocked = Bloqueado
doctor-finding = { $subject }: { $verdict }
doctor-access = Acesso
doctor-origin = Origem
doctor-scheme = Esquema
doctor-sandbox-subject = Sandbox
doctor-whole-address = Informe o endereço completo da página, como https://crm.example.com/tickets
doctor-web-only = Só páginas da web, com http ou https, têm uma origem que possa ser permitida.
doctor-token-until = O token vale até a incorporação expirar.
doctor-token-good = O token vale e não expira.
doctor-expired = A incorporação expirou: o quadro diz isso em vez de mostrar a caixa de entrada. Dê a ela uma expiração posterior.
doctor-revoked = A incorporação foi revogada para sempre. Crie uma nova.
doctor-any = Qualquer página pode conter esta incorporação. Indique as origens que devem, e nenhuma outra poderá.
doctor-allowed = { $origin } está permitida. Se essa página estiver dentro de um quadro, todas as páginas ao redor também devem ser permitidas.
doctor-list-broken = A lista de páginas permitidas não pode ser lida. Escreva-a novamente.
doctor-unlistable-number = { $origin } não pode entrar na lista. Os navegadores não comparam esses endereços numéricos: abra a página com um nome, como http://localhost.
doctor-unlistable-host = { $origin } não pode entrar na lista. Abra a página com um nome de servidor comum.
doctor-unlistable-script = { $origin } não pode entrar na lista. Escreva o nome como os navegadores, com xn--: a barra de endereços o copia assim.
doctor-not-listed = { $origin } não está entre as páginas permitidas. Adicione-a como está aqui.
doctor-other-scheme = { $origin } não está entre as páginas permitidas. A lista a tem com { $other }, e o esquema conta: adicione-a como está aqui.
doctor-other-port = { $origin } não está entre as páginas permitidas. A lista a tem sem a porta, e a porta conta: adicione-a como está aqui.
doctor-bare-domain = { $origin } não está entre as páginas permitidas. A lista tem os subdomínios, mas *.{ $name } não inclui { $name }: adicione-a como está aqui.
doctor-local-http = A página é https e o Oriel é servido por http nesta máquina: o Safari recusa um quadro assim, outros navegadores o mostram.
doctor-mixed = A página é https e o Oriel é servido por http: os navegadores recusam um quadro assim. Sirva o Oriel por https.
doctor-insecure = A página é http: os navegadores negam a área de transferência e o microfone a todos os quadros dela. Sirva a página por https.
doctor-scheme-good = O esquema da página e o do Oriel combinam.
doctor-no-sandbox = O quadro não tem atributo sandbox.
doctor-no-scripts = Sem allow-scripts a caixa de entrada pode ser lida, mas nada se move e ninguém pode responder. Adicione allow-scripts.
doctor-no-origin = Sem allow-same-origin o quadro não tem origem própria: o tema é esquecido e as chamadas contam como externas, por isso falham, a menos que qualquer origem seja permitida. Adicione allow-same-origin.
doctor-sandbox-good = O sandbox tem tudo de que a caixa de entrada precisa.
doctor-no-forms = Adicione allow-forms: sem isso o botão de enviar não faz nada.
doctor-no-popups = Adicione allow-popups: sem isso os links não abrem.
doctor-no-downloads = Adicione allow-downloads: sem isso os arquivos não podem ser salvos.

## Números do WhatsApp

numbers-text = Números do WhatsApp cujas mensagens chegam e saem por aqui.
numbers-connect = Conectar um número
numbers-edit = Editar o número
numbers-none = Nenhum número está conectado
numbers-none-why = Conecte um número do WhatsApp, e o que os clientes escrevem para ele aparece aqui e nas suas incorporações.
numbers-first = Conectar o primeiro
number-connected = Conectado
number-connected-at = Conectado desde
number-phone = Telefone
number-phone-id = Identificação do número de telefone
number-phone-id-hint = Em Configuração da API, abaixo do número escolhido. Não é o número de telefone.
number-state = Situação
number-working = Conectado
number-trouble-token = Token recusado
number-trouble-token-advice = O WhatsApp recusa o token de acesso. Gere um novo e informe-o em Editar: as mensagens esperam uma hora e depois falham.
number-trouble-locked = Conta bloqueada
number-trouble-locked-advice = O WhatsApp bloqueou a conta. O motivo está no Gerenciador do WhatsApp; as mensagens esperam uma hora e depois falham.
number-trouble-payment = Problema de pagamento
number-trouble-payment-advice = O método de pagamento da conta falha. Corrija-o no Gerenciador do WhatsApp: as mensagens esperam uma hora e depois falham.
number-trouble-setup = Não registrado
number-trouble-setup-advice = O WhatsApp não tem o número registrado. Conclua o registro no Gerenciador do WhatsApp: as mensagens esperam uma hora e depois falham.
number-account = Identificação da conta do WhatsApp Business
number-account-hint = Em Configuração da API, ao lado da identificação do número de telefone.
number-display = Número de telefone
number-name-example = Vendas
number-name-hint = Em branco: o próprio número.
number-customer-hint = As incorporações de um cliente mostram as conversas dos números dele.
number-no-customer = Nenhum cliente
number-connect = Conectar
number-connecting = Conectando…
number-where = Tudo está no painel de aplicativos da Meta, developers.facebook.com, no seu aplicativo. Os dois primeiros ficam em WhatsApp, Configuração da API.
number-webhook = Endereço do webhook
number-webhook-hint = Informe-o no aplicativo em WhatsApp, Configuração, com o token de verificação, e assine { $field }.
number-replace-secrets = Substituir tokens e chaves secretas
number-disconnect = Desconectar
number-disconnecting = Desconectando…
number-disconnected = Desconectado
number-disconnect-ask = Desconectar { $name }?
number-disconnect-means = As mensagens deste número deixam de chegar e de sair, e as incorporações dele são revogadas para sempre. As conversas ficam.
number-access-token = Token de acesso
number-access-token-hint = Em Configurações do negócio, Usuários do sistema: gere um token que não expire, para whatsapp_business_messaging e whatsapp_business_management. O de Configuração da API termina depois de um dia.
number-app-secret = Chave secreta do aplicativo
number-app-secret-hint = Em Configurações do aplicativo, Básico, Chave secreta do aplicativo. Com ela o Oriel comprova que um webhook vem da Meta.
number-verify-token = Token de verificação
number-verify-token-hint = Um texto que você inventa. A Meta pede o mesmo ao lado do endereço do webhook.

## Clientes

customers-text = As empresas ou pessoas que você atende. Uma incorporação pode mostrar só as conversas de um cliente.
customers-add = Adicionar um cliente
customers-edit = Editar o cliente
customers-none = Ainda não há clientes
customers-none-why = Adicione um cliente, ou deixe seu sistema fazer isso pela API. Assim uma incorporação pode ser só dele.
customers-first = Adicionar o primeiro
customers-no-match = Nenhum corresponde
customers-no-match-why = A busca procura uma parte do nome, ou o seu ID inteiro.
customers-search = Buscar clientes por nome ou pelo seu ID
customers-search-short = Nome ou seu ID
customer-id = Seu ID
customer-id-hint = Como este cliente se chama no seu próprio sistema, para que os programas o encontrem.
customer-added = Adição
customer-delete-means = As incorporações deste cliente são revogadas para sempre. Contatos, números e conversas ficam, sem cliente.

## Respostas salvas

replies-text = Textos que todas as caixas de entrada deste projeto têm à mão: quem digita / e o atalho os encontra.
replies-new = Nova resposta
replies-edit = Editar a resposta
replies-none = Ainda não há respostas
replies-none-why = Guarde o que você escreve com frequência: horários, um endereço, uma despedida simpática.
replies-first = Escrever a primeira
reply-shortcut = Atalho
reply-shortcut-example = horario
reply-shortcut-hint = O que se digita depois de / ao escrever: letras, algarismos, - e _.
reply-text = Texto
reply-delete-means = Ninguém mais a encontra ao escrever. As mensagens escritas com ela ficam.

## Webhooks e o que foi enviado a eles

webhooks-text = Endereços dos seus programas que recebem o que acontece: mensagens, conversas, números, automações.
webhooks-new = Novo webhook
webhooks-edit = Editar o webhook
webhooks-none = Não há webhooks
webhooks-none-why = O seu próprio programa recebe cada mensagem assim que chega, com assinatura para ter certeza.
webhooks-first = Criar o primeiro
webhook-url-hint = O seu programa, por https. O Oriel envia JSON e espera 10 segundos por um 200.
webhook-of = Eventos de
webhook-of-project = O projeto
webhook-whose = de { $name }
webhook-whose-project = do projeto
webhook-key = Chave secreta
webhook-key-hint = Assina o que é enviado. Em branco: o Oriel cria uma.
webhook-create = Criar webhook
webhook-ready = O webhook está pronto
webhook-once = Isto é mostrado uma única vez. Copie agora: com ela o seu programa verifica o cabeçalho X-Webhook-Signature, um HMAC-SHA256 do corpo.
webhook-delete-means = Ele não recebe mais nada, e o que recebeu antes é esquecido.
webhook-test = Testar
webhook-tested = Um teste está a caminho
webhook-pause = Pausar
webhook-activate = Ativar
webhook-paused = Pausado
webhook-activated = Ativado
webhook-active = Ativo
webhook-events = { $count ->
    [one] { $count } evento
    [many] { $count } de eventos
   *[other] { $count } eventos
}
webhook-delivered = Entregues
webhook-failed = Com falha
webhook-events-all = Todos
events-message = Mensagem
events-conversation = Conversa
events-phone-number = Número de telefone
events-execution = Execução
event-message-received = Recebida
event-message-sent = Enviada
event-message-delivered = Entregue
event-message-read = Lida
event-message-failed = Falhou
event-conversation-created = Criada
event-conversation-ended = Encerrada
event-conversation-inactive = Inativa
event-number-created = Criado
event-number-deleted = Excluído
event-execution-handoff = Transferência
event-execution-failed = Falhou
deliveries-title = Entregas
deliveries-text = O que este webhook recebeu, enquanto for guardado.
deliveries-refresh = Atualizar
deliveries-none = Nada aqui
deliveries-none-why = Um teste, ou o próximo evento, aparece aqui em um segundo.
deliveries-all = Todas
delivery-state-pending = Pendente
delivery-state-delivered = Entregue
delivery-state-failed = Falhou
delivery-tries = { $count ->
    [one] { $count } tentativa
    [many] { $count } de tentativas
   *[other] { $count } tentativas
}
delivery-http = HTTP { $status }
delivery-made = Criada em { $moment }
delivery-made-due = Criada em { $moment }, nova tentativa { $next }
delivery-made-arrived = Criada em { $moment }, entregue em { $arrived }
delivery-body = Corpo
delivery-replay = Reenviar
delivery-replayed = Está sendo enviada de novo

## Membros

members-text = Quem trabalha na caixa de entrada deste projeto e quem cuida dele.
members-invite = Convidar
members-invite-title = Convidar alguém
members-you = Você
member-role-of = Função de { $name }
member-role-hint = Os membros trabalham na caixa de entrada. Os proprietários fazem isso e tudo o que há aqui.
member-remove = Remover
member-removing = Removendo…
member-removed = Removido
member-remove-ask = Remover { $name }?
member-remove-means = A pessoa não pode mais abrir este projeto. O que ela escreveu fica, e o que estava atribuído a ela fica livre. Um convite a traz de volta.
invitations = Convites
invitation-of = o convite de { $email }
invitation-withdraw = Retirar
invitation-withdrawn = Retirado
invitation-create = Criar convite
invitation-ready = O convite está pronto
invitation-once = Isto é mostrado uma única vez, e o Oriel não envia e-mails: entregue você mesmo o link a essa pessoa.
invitation-link = Link para { $email }

## Chaves de API

keys-page-text = Com uma chave um programa pode fazer neste projeto o que um proprietário pode: criar incorporações, conectar números, enviar mensagens.
keys-new = Nova chave
keys-new-title = Nova chave de API
keys-none = Não há chaves
keys-none-why = Crie uma para o programa que vai criar incorporações ou escrever mensagens.
keys-first = Criar a primeira
key-column = Chave
key-name-example = Servidor do CRM
key-name-hint = Qual programa a usa.
key-create = Criar chave
key-ready = A chave está pronta
key-once = Isto é mostrado uma única vez. Copie agora: o Oriel guarda apenas uma impressão digital e não pode mostrá-la de novo.
key-text = Chave de API, para o cabeçalho X-API-Key
key-revoked = Revogada
key-revoke-means = Os programas que usam esta chave são recusados a partir de agora. Isso não pode ser desfeito.

## Quem fez o quê

activity-text = O que pessoas e programas mudaram neste projeto.
activity-none = Ainda não aconteceu nada
activity-none-why = Incorporações, números, chaves e membros: o que é feito com eles fica registrado aqui.
activity-program = Chave de API
activity-role = como { $role }
deed-project-created = { $actor } criou o projeto { $target }
deed-embed-created = { $actor } criou a incorporação { $target }
deed-embed-changed = { $actor } alterou a incorporação { $target }
deed-embed-rotated = { $actor } renovou o token da incorporação { $target }
deed-embed-revoked = { $actor } revogou a incorporação { $target }
deed-number-connected = { $actor } conectou o número { $target }
deed-number-changed = { $actor } alterou o número { $target }
deed-number-disconnected = { $actor } desconectou o número { $target }
deed-customer-created = { $actor } adicionou o cliente { $target }
deed-customer-changed = { $actor } alterou o cliente { $target }
deed-customer-deleted = { $actor } excluiu o cliente { $target }
deed-key-created = { $actor } criou a chave de API { $target }
deed-key-revoked = { $actor } revogou a chave de API { $target }
deed-reply-created = { $actor } adicionou a resposta salva { $target }
deed-reply-changed = { $actor } alterou a resposta salva { $target }
deed-reply-deleted = { $actor } excluiu a resposta salva { $target }
deed-invited = { $actor } convidou { $target }
deed-invitation-withdrawn = { $actor } retirou o convite de { $target }
deed-joined = { $actor } entrou como { $target }
deed-role-changed = { $actor } alterou a função de { $target }
deed-member-removed = { $actor } removeu { $target }
deed-webhook-created = { $actor } criou o webhook { $target }
deed-webhook-changed = { $actor } alterou o webhook { $target }
deed-webhook-deleted = { $actor } excluiu o webhook { $target }
deed-workflow-created = { $actor } registrou o fluxo { $target }
deed-workflow-changed = { $actor } alterou o fluxo { $target }
