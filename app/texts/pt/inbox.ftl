### A caixa de entrada.

## Números

number-digits = 0123456789
number-group = .
number-decimal = ,
number-grouped-from = 4

## A página

page-title = Caixa de entrada
page-not-alive = Não foi possível carregar esta página por completo. Recarregue-a para continuar.

## O centro da tela

back-to-list = Voltar à lista
try-again = Tentar novamente
screen-gone = Esta conversa não está mais aqui
screen-gone-why = Ela pode ter sido atribuída a outra pessoa.
screen-not-loaded = Não foi possível carregar a conversa
screen-loading = Carregando a conversa
screen-choose = Escolha uma conversa
screen-unread = { $count ->
    [0] Tudo nesta lista foi lido.
    [one] Uma conversa desta lista tem mensagens não lidas.
    [many] { $count } de conversas desta lista têm mensagens não lidas.
   *[other] { $count } conversas desta lista têm mensagens não lidas.
}
screen-ended = Acesso encerrado
screen-revoked = Este acesso foi revogado
screen-expired = Este acesso expirou
screen-ended-advice = Peça um novo link a quem lhe deu acesso.
screen-failed = Não foi possível carregar a caixa de entrada

## Palavras de vários lugares

close = Fechar
cancel = Cancelar
save = Salvar
back = Voltar
send = Enviar
copy = Copiar
copied = Copiado
copy-by-hand = Selecionado. Pressione Ctrl+C ou ⌘C para copiar.
load-more = Carregar mais
not-loaded = Não foi possível carregar. Há conexão?

## O que pode dar errado

problem-access = Este link não é mais válido.
problem-not-here = Isso não é possível nesta caixa de entrada.
problem-not-found = Não está mais aqui.
problem-server = O servidor não consegue fazer isso agora. Tente novamente em instantes.
problem-offline = Não foi possível conectar ao servidor.

## Tempo

date-months = janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro
date-months-short = jan., fev., mar., abr., mai., jun., jul., ago., set., out., nov., dez.
date-weekdays = segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado, domingo
date-weekdays-short = seg., ter., qua., qui., sex., sáb., dom.
date-today = Hoje
date-yesterday = Ontem
date-day = { $day } de { $month }
date-day-year = { $day } de { $month } de { $year }
date-short = { $day } de { $month }
date-short-year = { $day } de { $month } de { $year }
date-full = { $date }, { $time }
date-span = { $from } – { $to }
clock = { $hours }:{ $minutes }
clock-before-noon = AM
clock-after-noon = PM

## Tamanhos de arquivos

size-kb = { $size } KB
size-mb = { $size } MB

## A lista de conversas

list-title = Caixa de entrada
list-label = Conversas
list-empty = Ainda não há conversas
list-empty-why = Quando um cliente escrever no WhatsApp, aparecerá aqui na hora.
list-no-match = Nenhum resultado
list-no-match-why = Nenhuma conversa e nenhuma mensagem corresponde a esta busca e a estes filtros.
list-clear = Limpar filtros
list-more = Carregando mais…
row-draft = Rascunho: { $text }
row-via = via { $number }
row-unread = { $count ->
    [one] { $count } mensagem não lida
    [many] { $count } de mensagens não lidas
   *[other] { $count } mensagens não lidas
}
row-unread-most = { $count }+

## Busca e filtros

search-names = Buscar mensagens, nomes e números de telefone
search-names-short = Buscar mensagens e pessoas
filter-unread = Não lidas
filter-handoff = Transferência
filter-apply = Aplicar
filter-number = Número do WhatsApp
filter-all-numbers = Todos os números
status = Status
status-active = Ativas
status-ended = Encerradas
status-all = Todas

## O tema e a conexão

theme = Tema
theme-system = Seguir o sistema
theme-light = Claro
theme-dark = Escuro
live-connecting = Conectando…
live = Ao vivo
live-lost = Sem conexão, tentando novamente

## Tipos de mensagens

kind-text = Mensagem
kind-image = Foto
kind-video = Vídeo
kind-audio = Áudio
kind-voice = Mensagem de voz
kind-document = Documento
kind-sticker = Figurinha
kind-location = Localização
kind-contacts = Cartão de contato
kind-interactive = Resposta
kind-button = Botão
kind-reaction = Reação
kind-order = Pedido
kind-template = Modelo
kind-system = Mensagem do sistema
kind-edit = Mensagem editada
kind-revoke = Mensagem apagada
kind-unsupported = Mensagem não compatível
kind-unknown = Mensagem desconhecida

## O que o próprio WhatsApp diz, e o que não repassa

notice-number-changed = O cliente mudou de número.
notice-number-changed-to = O cliente mudou o número para { $phone }.
notice-id-changed = O identificador do cliente no WhatsApp mudou.
notice-security-changed = O código de segurança do cliente mudou: pode ser um telefone novo.
notice-on-phone = O WhatsApp não conseguiu repassar esta mensagem. Ela pode ser lida no telefone.
notice-too-large = Um arquivo que o WhatsApp não conseguiu repassar: talvez seja grande demais.
notice-poll = Uma enquete, que o WhatsApp não repassa a empresas.
notice-vote = Um voto em uma enquete, que o WhatsApp não repassa a empresas.
notice-edit = Uma mensagem editada, que o WhatsApp não repassa a empresas.
notice-pin = Uma mensagem fixada, que o WhatsApp não repassa a empresas.
notice-kept = Uma mensagem guardada, que o WhatsApp não repassa a empresas.
notice-group-invite = Um convite para um grupo, que o WhatsApp não repassa a empresas.
notice-gif = Um GIF, que o WhatsApp não repassa a empresas.
notice-link = Um link, que o WhatsApp não repassa a empresas.
notice-product = Um produto, que o WhatsApp não repassa a empresas.
notice-event = Um evento, que o WhatsApp não repassa a empresas.
notice-photo = Uma foto, que o WhatsApp não repassa a empresas.
notice-video = Um vídeo, que o WhatsApp não repassa a empresas.
notice-buttons = Uma mensagem com botões, que o WhatsApp não repassa a empresas.
notice-location = Uma localização, que o WhatsApp não repassa a empresas.
notice-order = Um pedido, que o WhatsApp não repassa a empresas.
notice-reaction = Uma reação, que o WhatsApp não repassa a empresas.
answer-yes = Sim
answer-no = Não

## Até onde a mensagem chegou

delivery-queued = Aguardando envio
delivery-sending = Enviando
delivery-sent = Enviada
delivery-delivered = Entregue
delivery-read = Lida
delivery-played = Reproduzida
delivery-failed = Falhou
delivery-unconfirmed = Não confirmada

## Quem responde

automation-replying = A automação está respondendo
automation-waiting = Aguardando uma pessoa
automation-failed = A automação falhou
automation-taken-over = Uma pessoa assumiu
automation-failed-advice = A automação falhou. Você pode responder diretamente.
automation-hand-off = Transferir
automation-handing-off = Transferindo…
automation-resume = Retomar
automation-resuming = Retomando…
automation-none = Nenhuma automação atuou nesta conversa.
run-running = Em andamento
run-waiting = Aguardando o cliente
run-handoff = Transferida para uma pessoa
run-ended = Encerrada
run-failed = Falhou

## O que se encontra nas mensagens

found-ended-too = Buscar também nas conversas encerradas
found-title = Mensagens
found-searching = Buscando mensagens
found-people = Mais conversas
found-rest = Mais nesta conversa
found-looking = Buscando mais para trás…
found-further = Buscar mais para trás
found-you = Você:
find = Buscar nesta conversa
find-words = Palavras a buscar nesta conversa
find-searching = Buscando…
find-nothing = Nada encontrado
find-count = { $nth } de { $count }
find-count-most = { $nth } de mais de { $count }
find-older = Resultado mais antigo
find-newer = Resultado mais recente
find-day = Ir para uma data
find-close = Fechar a busca
thread-later = Mostrar mensagens mais recentes

## A conversa

thread-label = Mensagens
thread-newest = Ir para a mensagem mais recente
thread-news = { $count ->
    [one] { $count } mensagem nova
    [many] { $count } de mensagens novas
   *[other] { $count } mensagens novas
}
thread-new-conversation = Nova conversa
thread-earlier = Carregando mensagens anteriores…
thread-end = Encerrar
thread-end-title = Encerrar esta conversa
thread-reopen = Reabrir
thread-newer = Há uma conversa mais recente com este cliente.
thread-newer-open = Abrir
number-waits = As mensagens deste número estão em espera.
number-mend = Abrir Números
thread-they = A outra pessoa:
thread-you = Você:
quote-you = Você
quote-unknown = A mensagem original não está aqui.
forwarded = ↪ Encaminhada
forwarded-often = ↪↪ Encaminhada muitas vezes
reacted-they = O cliente reagiu
reacted-you = Você reagiu
reacted-failed = Sua reação não foi entregue
meta-phone = pelo telefone
meta-edited = editada
missed-gone = Essa mensagem não está mais aqui.
trouble-unknown = Não foi entregue.
trouble-unconfirmed = O WhatsApp não confirmou esta mensagem.
trouble-unconfirmed-hint = Ela pode ter chegado; enviar novamente pode duplicá-la.
trouble-again = Enviar novamente
trouble-delete = Apagar
message-deleted = Esta mensagem foi apagada.
message-reaction-back = Removeu uma reação de uma mensagem que não está aqui.
message-reacted = Reagiu com { $emoji } a uma mensagem que não está aqui.
message-edited = Alterou uma mensagem que não está aqui:
message-revoked = Apagou uma mensagem que não está aqui.
message-unknown = Uma mensagem de um tipo que não pode ser exibido aqui.
message-unknown-kind = Uma mensagem de um tipo que não pode ser exibido aqui ({ $kind }).
place-open = Abrir o mapa
card-no-name = Sem nome
answers-form = Formulário
order-title = Pedido
order-total = Total
price-signed = { $sign } { $amount }
price-coded = { $code } { $amount }
referral-product = Pergunta sobre
referral-post = Veio de uma publicação
referral-advertisement = Veio de um anúncio
file-expired = Este arquivo expirou: o WhatsApp guarda arquivos por sete dias.
file-waiting = Buscando no WhatsApp…
file-failed = Não foi possível buscar este arquivo no WhatsApp.
file-open = Abrir: { $what }
file-download = Baixar o documento
menu-label = Ações para esta mensagem
menu-react = Reagir com { $emoji }
menu-react-more = Mais emojis
menu-reply = Responder
menu-copy = Copiar texto
menu-copy-failed = Não foi possível copiar o texto.

## Imagens em tamanho real

picture = Imagem
picture-download = Baixar
picture-before = Anterior
picture-next = Próxima

## O editor de mensagens

composer-message = Mensagem
composer-write = Escreva uma mensagem
composer-caption = Adicione uma legenda
composer-more = Mais opções de envio
composer-attach = Anexar arquivos
composer-emoji = Emoji
composer-drop = Solte os arquivos para anexá-los
composer-too-long = { $length } caracteres são demais; o WhatsApp aceita { $most }.
composer-nul = Contém um caractere que não pode ser enviado.
composer-left-out = Cabem { $most } arquivos de uma vez. Ficaram de fora: { $names }
replying = Respondendo a { $name }
replying-self = Respondendo a você
replying-none = Não responder a nenhuma mensagem específica
emoji-search = Buscar emojis
emoji-none = Nenhum emoji corresponde.
emoji-recent = Usados há pouco
emoji-smileys = Carinhas
emoji-hands = Mãos
emoji-hearts = Corações
emoji-people = Pessoas
emoji-nature = Natureza
emoji-food = Comida
emoji-places = Lugares
emoji-things = Objetos
emoji-signs = Símbolos
blocked-ended = Esta conversa foi encerrada.
blocked-automation = A automação está respondendo.
blocked-window = Já se passaram mais de 24 horas desde a última mensagem do cliente.
blocked-unanswered = O cliente ainda não respondeu: até lá, o WhatsApp só aceita modelos aprovados.
blocked-group = Não é possível responder a grupos por aqui.
refused-number = Este número não está mais conectado.
refused-automation = Nenhuma automação está mais em andamento aqui.
refused-old = O WhatsApp só aceita reações a mensagens dos últimos 30 dias.
refused-early = O WhatsApp ainda não tem essa mensagem. Tente de novo em instantes.
refused-template = Este modelo não está mais aprovado ou não existe.
refused-file = O arquivo não está mais lá. Anexe-o de novo.
refused-asking = Não foi possível consultar o WhatsApp. Tente de novo em instantes.
window-left = Respostas livres por { $hours } h { $minutes } min
window-left-hours = Respostas livres por { $hours } h
window-left-minutes = Respostas livres por { $minutes } min
window-left-last = Respostas livres por menos de um minuto
window-closed = Janela fechada
window-closed-why = O cliente escreveu há mais de 24 horas. Agora o WhatsApp só aceita modelos aprovados.
window-unopened = As respostas livres ainda não estão disponíveis
window-unopened-why = O WhatsApp permite respostas livres depois que o cliente escreve um texto ou envia um arquivo. Até lá, só aceita modelos aprovados.

## Arquivos a caminho

upload = Envio do arquivo
upload-progress = Enviando { $percent }%
upload-then-sent = Enviando { $percent }%, depois a mensagem sai
upload-offline = Sem conexão. Continua quando houver uma, enquanto esta página estiver aberta.
upload-remove = Remover { $name }
upload-too-large = { $size } é demais: o WhatsApp aceita até { $most }.
upload-just-over = O arquivo passa do limite por muito pouco: o WhatsApp aceita até { $most }.
upload-empty = O arquivo está vazio.
upload-type = O WhatsApp não aceita arquivos deste tipo, nem como documento. Aceita fotos JPEG e PNG, vídeos MP4 e 3GP, áudio MP3, AAC, AMR, M4A e OGG, figurinhas WebP, e documentos PDF, de texto e do Office.
upload-unreadable = Não foi possível ler a resposta do servidor.
upload-over-limit = O arquivo é grande demais.
upload-lost = A página foi fechada antes de este arquivo chegar. Anexe-o novamente.
upload-refused = O servidor não aceitou o arquivo.
upload-unfit = O conteúdo deste arquivo não é nada do que o WhatsApp aceita, diga o nome o que disser.
upload-slow = O arquivo chegava devagar demais e foi abandonado.
upload-many = Há arquivos demais a caminho ou sem enviar. Tente de novo mais tarde.
upload-not-fetched = Não foi possível ler o arquivo de novo, por isso a mensagem não foi enviada.

## Mensagens de voz

voice-record = Gravar uma mensagem de voz
voice-moment = Um momento…
voice-recording = Gravando
voice-recorded = Gravada
voice-level = Nível
voice-stop = Parar
voice-throw-away = Descartar a gravação
voice-as-file = Este navegador não grava o que o WhatsApp aceita como mensagem de voz: será enviado como arquivo de áudio.
voice-nothing = Nada foi gravado.
voice-not-loaded = Não foi possível carregar o gravador. Há conexão?
voice-host = A página que mostra esta caixa de entrada não permite usar o microfone. O iframe precisa de allow="microphone".
voice-denied = O navegador está bloqueando o microfone para esta página. Permita-o na barra de endereços e tente novamente.
voice-no-microphone = Nenhum microfone foi encontrado.
voice-busy = Outro programa está usando o microfone.
voice-unable = Este navegador não grava aqui. O microfone precisa de uma página com https.

## Respostas salvas

saved = Respostas salvas
saved-loading = Carregando respostas salvas…
saved-none = Ainda não há respostas salvas. Os proprietários as mantêm no painel.
saved-no-match = Nenhuma resposta salva corresponde.
saved-not-loaded = Não foi possível carregar as respostas salvas. { $why }
is-there-a-connection = Há conexão?

## Formulários que criam uma mensagem

sheet-template = Modelo
sheet-buttons = Botões
sheet-list = Lista
sheet-link = Botão com link
sheet-form = Formulário
sheet-ask-place = Pedir a localização
sheet-ask-contact = Pedir o número de telefone
sheet-place = Localização
sheet-card = Cartão de contato
sheet-no-forms = Este número não tem formulários publicados.
ask-up = Mover { $label } para cima
ask-remove = Remover { $label }
ask-name = Nome
ask-place-name = Lugar
ask-text = Texto
ask-footer = Rodapé (opcional)
ask-header = Cabeçalho
ask-header-none = Nenhum
ask-header-text = Texto do cabeçalho
ask-file = Arquivo
ask-button = Botão { $number }
ask-button-add = Adicionar botão
ask-button-most = No máximo { $most } botões
ask-button-text = Texto do botão
ask-button-list = Botão que abre a lista
ask-section = Seção { $number }
ask-section-optional = Seção { $number } (opcional)
ask-section-add = Adicionar seção
ask-row = Linha { $number }
ask-row-add = Adicionar linha
ask-row-most = No máximo { $most } linhas no total
ask-description = Descrição (opcional)
ask-address = Endereço
ask-form = Formulário
ask-form-choose = Escolha um formulário
ask-latitude = Latitude
ask-longitude = Longitude
ask-company = Empresa (opcional)
ask-phone = Telefone
ask-phone-add = Adicionar telefone
ask-email = E-mail
ask-email-add = Adicionar e-mail
ask-website = Site
ask-website-add = Adicionar site
ask-place-note = Um botão abaixo permite que o cliente compartilhe onde está.
ask-contact-note = Um botão abaixo permite que o cliente compartilhe o número de telefone.
example-place = Onde devemos entregar?
example-contact = Para qual número podemos ligar?
example-list = Ver opções
example-link = Rastrear o pacote
example-form = Preencher
example-shop = Nossa loja
example-street = Rua do Porto, 12
example-person = Ana Costa
seen-name = Nome
seen-text = Seu texto
seen-header = Cabeçalho
seen-row = Linha
seen-button = Botão
seen-place = Localização
seen-send-place = Enviar localização
seen-share-number = Compartilhar número de telefone

## O que está errado em um formulário

flaw-empty = Escreva algo
flaw-long = { $length } caracteres são demais; o WhatsApp aceita { $most }
flaw-nul = Contém um caractere que não pode ser enviado
flaw-same-button = Outro botão diz o mesmo
flaw-link = Um endereço que comece com https:// ou http://
flaw-rows = De uma a { $most } linhas no total
flaw-blank = Sem quebras de linha, tabulações nem cinco espaços seguidos
flaw-other = O WhatsApp não aceita assim
flaw-file = Escolha um arquivo
flaw-file-wait = Escolha um arquivo e aguarde o envio
flaw-degrees = Um número de -{ $most } a { $most }
flaw-reach = Alguma forma de contato

## Modelos

templates-choose = Escolher um modelo
templates-search = Buscar modelos
templates-refresh = Consultar o WhatsApp novamente
templates-asking = Consultando modelos…
templates-as-of = Atualizado: { $when }
templates-no-match = Nenhum modelo corresponde.
templates-none = Este número ainda não tem modelos aprovados. Eles são criados no WhatsApp Manager.
templates-no-variables = Este modelo não tem variáveis.
templates-variable = Variável { $name }
templates-in-header = { $what } (cabeçalho)
templates-address-end = Final do endereço de “{ $button }”
templates-code = Código para copiar
templates-marketing = Marketing
templates-utility = Utilidade
templates-authentication = Autenticação

## Detalhes

details = Detalhes
details-close = Fechar detalhes
details-info = Informações
details-files = Arquivos
details-automation = Automação
details-metadata = Metadados
details-others = Outras conversas
fact-phone = Telefone
fact-username = Nome de usuário
fact-whatsapp-name = Nome no WhatsApp
fact-user-id = ID do usuário
fact-other-phone = Outro telefone
fact-other-user-id = Outro ID de usuário
fact-parent-id = ID superior
fact-group-id = ID do grupo
fact-writes-to = Número da caixa
fact-first-wrote = Primeira mensagem
fact-status = Status
fact-copy = Copiar: { $what }
fact-not-copied = O navegador não permite que esta página copie. Selecione o texto.
standing-active = Ativa
standing-ended = Encerrada
chapter-messages = { $count ->
    [one] { $count } mensagem
    [many] { $count } de mensagens
   *[other] { $count } mensagens
}
name-label = Nome
name-change = Alterar o nome
name-empty = Vazio: o nome que a própria pessoa escolheu.
name-unknown = Contato desconhecido
name-group = Grupo do WhatsApp
name-user = Usuário …{ $id }
files-none = As fotos, os vídeos e os documentos desta conversa ficarão aqui.
files-loading = Carregando arquivos
files-waiting = Buscando
files-expired = Não está mais no WhatsApp
files-failed = Não foi possível buscar

## Por que uma mensagem não foi entregue

failure-window = Já se passaram mais de 24 horas desde a última mensagem do cliente.
failure-unreachable = O WhatsApp não conseguiu entregar: talvez a pessoa não use o WhatsApp ou tenha uma versão antiga.
failure-held-back = O WhatsApp a reteve para manter a conversa saudável.
failure-experiment = O WhatsApp não a entregou a esta pessoa por causa de um experimento próprio. Enviar de novo não adianta.
failure-opted-out = A pessoa não quer mais receber mensagens de marketing.
failure-too-many = Mensagens demais para esta pessoa em pouco tempo.
failure-too-fast = O número envia mais rápido do que o WhatsApp permite.
failure-restricted = O WhatsApp restringiu este número por causa de mensagens denunciadas.
failure-people-limit = O número atingiu o limite de pessoas para quem pode escrever.
failure-payment = Há um problema de pagamento com a conta do WhatsApp.
failure-locked = A conta do WhatsApp está bloqueada.
failure-country = O WhatsApp não permite que esta empresa escreva para pessoas desse país.
failure-expired = A conexão com o WhatsApp expirou.
failure-permission = Falta uma permissão à conexão com o WhatsApp.
failure-not-set-up = O número não está totalmente configurado no WhatsApp.
failure-test-number = A pessoa não está na lista de destinatários de teste.
failure-itself = O número não pode escrever para si mesmo.
failure-upload = Não foi possível enviar o arquivo.
failure-download = O WhatsApp não conseguiu fornecer o arquivo.
failure-kind = O WhatsApp não conhece este tipo de mensagem.
failure-no-number = Isso não pode ser enviado a alguém cujo número é desconhecido.
failure-whatsapp = O WhatsApp teve um problema do lado dele.
failure-not-accepted = O WhatsApp não aceitou a mensagem como está.
failure-template-fields = Os campos do modelo não correspondem.
failure-template-language = O modelo não existe neste idioma.
failure-template-long = O modelo fica longo demais quando preenchido.
failure-template-rules = O modelo viola as regras do WhatsApp.
failure-template-stopped = O WhatsApp suspendeu o modelo por causa da qualidade.
failure-form-stopped = O WhatsApp suspendeu o formulário.
failure-security-code = O código de segurança da pessoa mudou.
failure-disconnected = Este número foi desconectado antes do envio da mensagem.
failure-waited = Esperou tempo demais pela conexão com o WhatsApp.
failure-file-gone = O arquivo desta mensagem não está mais aqui.
failure-no-answer = Não foi possível conectar ao WhatsApp.
hint-later = Tente novamente daqui a pouco.
hint-tomorrow = Tente novamente amanhã, no mínimo.
hint-admin = Um administrador precisa verificar a conta do WhatsApp.
hint-template = Envie um modelo ou espere que a pessoa escreva.
hint-check-number = Confira o número ou use outro meio.
hint-no-more = Não envie mais.
hint-quality = Verifique a qualidade dele no WhatsApp Manager.
hint-reconnect = Um administrador precisa reconectar o número.
hint-test-number = Um administrador pode adicioná-la lá.
hint-another-format = Tente outro formato ou um arquivo menor.
hint-ask-again = Peça que enviem novamente.
hint-ask-number = Peça o número.
hint-fill-anew = Preencha-os novamente.
hint-choose-another = Escolha outro.
hint-shorten = Encurte o que vai nele.
hint-make-sure = Confirme que é a própria pessoa.

## O que o servidor recusa

refused-newer = Há uma conversa mais recente ativa com este contato.
refused-far = Essa mensagem está longe demais para ir até ela.
refused-too-many = Coisas demais de uma vez. Tente novamente em instantes.
refused-changed = Não é mais possível: o estado mudou nesse meio-tempo.
refused-other = O servidor recusou: { $why }

## Páginas sem caixa de entrada

notice-access = Este link não é válido
notice-access-why = Ele pode ter expirado ou sido revogado. Peça um novo a quem lhe deu acesso.
notice-nothing = Não há nada aqui
notice-nothing-why = O endereço pode estar incompleto.
notice-unavailable = A caixa de entrada não está disponível agora
notice-unavailable-why = Recarregue a página em instantes.

step-started = Automação iniciada
step-handed-off = Transferida para uma pessoa
step-resumed = Retomada
step-answered = O cliente respondeu
step-ended = Automação encerrada
step-failed = A automação falhou
step-waiting = Aguardando o cliente
step-continued = Em andamento
step-by-person = Uma pessoa assumiu na caixa de entrada.
step-by-person-back = Uma pessoa devolveu a conversa na caixa de entrada.
run-no-reason = Nenhum motivo foi informado.

## A caixa de entrada da equipe

team-account-of = Conta de { $name }
team-owner = Proprietário
team-member = Membro
team-projects = Projetos
team-settings = Configurações
team-your-account = Sua conta
team-sign-out = Sair
bell = Notificações
bell-on = As notificações estão ativadas
bell-off = As notificações estão desativadas
bell-blocked = O navegador bloqueia as notificações deste site. Permita-as nas configurações e pressione o sino novamente.
bell-missing = Este navegador não oferece notificações para páginas.
bell-message = Nova mensagem
holder = Atribuída a
holder-is = Atribuída a { $name }
holder-none = Sem responsável
holder-you = { $name } (você)
holder-gone = Outra pessoa
holder-filter = Responsável
holder-filter-all = Qualquer responsável
holder-filter-mine = Minhas
holder-take = Atribuir a mim
holder-leave = Remover atribuição
holder-section = Atribuição
holder-past = { $count ->
    [one] Uma atribuição até agora
    [many] { $count } de atribuições até agora
   *[other] { $count } atribuições até agora
}
holder-by = Atribuída por { $name }
holder-by-program = Atribuída por um programa
date-since = Desde { $moment }
notes = Notas
notes-whose = Só sua equipe vê isto.
note = Nota
note-new = Nova nota
note-add = Adicionar nota
note-write = Escreva uma nota…
note-edited = { $moment }, editada
note-edit = Editar nota
note-delete = Excluir nota
note-delete-ask = Excluir esta nota para todos?
note-keep = Manter
signed-out = Você saiu da conta
signed-out-why = Entre novamente para continuar de onde parou. O que você começou a escrever fica guardado nesta aba.
sign-in = Entrar
start-title = Nova conversa
start-from = De
start-to = Para
start-will-write = O WhatsApp escreverá para { $phone }.
start-country = Com o código do país no início.
start-no-number = Ainda não há um número do WhatsApp conectado. Um proprietário pode conectá-lo nas configurações.
start-not-a-number = Um número de telefone só tem dígitos, espaços e um sinal de mais.
start-no-country = Comece com o código do país, como +55, sem zero.
start-too-long = Nenhum número de telefone é tão longo.
start-empty = Escreva o número de telefone.
start-too-short = Este número de telefone é curto demais.
start-starting = Iniciando…
start-go = Iniciar conversa

display = Aparência
display-rows = Linhas
display-cozy = Confortáveis
display-compact = Compactas
display-enter = Tecla Enter
display-enter-sends = Envia
display-enter-line = Começa uma nova linha
keys-title = Atalhos de teclado
keys-switch = Atalhos de uma tecla, enquanto você não escreve
keys-off = Quem configurou esta caixa desativou aqui as teclas simples.
keys-next = Abrir a próxima conversa
keys-previous = Abrir a conversa anterior
keys-reply = Escrever uma resposta
keys-end = Encerrar a conversa ou reabri-la
keys-search = Buscar
keys-search-writing = Buscar, também enquanto você escreve
keys-help = Mostrar esta lista
keys-walk = Percorrer a lista
keys-ends = A primeira e a última linha da lista
keys-enter = Abrir a linha ou enviar o que escreveu
keys-enter-line = Abrir a linha ou começar uma nova linha
keys-send = Enviar o que escreveu
keys-line = Uma nova linha
keys-bold = Negrito, e Ctrl I para itálico
keys-back = Fechar o que está aberto e voltar à lista
keys-first-next = a próxima
keys-first-search = buscar
keys-first-all = todos os atalhos
keys-thread = Conversa
keys-ended = Conversa encerrada.
keys-reopened = Conversa reaberta.
keys-undo = Desfazer
trouble-edit = Editar
broken-title = Algo quebrou
broken-why = Esta página parou de funcionar. Recarregue-a para continuar: o que você escrevia fica guardado.
broken-reload = Recarregar
request-copy = Copiar

request-id = Solicitação { $id }

away-said = { $name }: { $text }

away-offline = { $count ->
    [0] Sem conexão. O que você escrever será enviado quando voltar.
    [many] Sem conexão. { $count } de mensagens serão enviadas quando você voltar.
    [one] Sem conexão. { $count } mensagem será enviada quando você voltar.
   *[other] Sem conexão. { $count } mensagens serão enviadas quando você voltar.
}

away-caught = { $count ->
    [0] Em dia
    [one] Em dia, { $count } nova
    [many] Em dia, { $count } novas
   *[other] Em dia, { $count } novas
}
