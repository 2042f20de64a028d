### La bandeja de entrada.

## Números

number-digits = 0123456789
number-group = .
number-decimal = ,
number-grouped-from = 5

## La página

page-title = Bandeja de entrada
page-not-alive = Esta página no se pudo cargar por completo. Hay que volver a cargarla para continuar.

## El centro de la pantalla

back-to-list = Volver a la lista
try-again = Intentar de nuevo
screen-gone = Esta conversación ya no está aquí
screen-gone-why = Es posible que se haya asignado a otra persona.
screen-not-loaded = No se pudo cargar la conversación
screen-loading = Cargando la conversación
screen-choose = Elegir una conversación
screen-unread = { $count ->
    [0] Todo en esta lista está leído.
    [one] Una conversación de esta lista tiene mensajes sin leer.
    [many] { $count } de conversaciones de esta lista tienen mensajes sin leer.
   *[other] { $count } conversaciones de esta lista tienen mensajes sin leer.
}
screen-ended = Acceso terminado
screen-revoked = Este acceso fue revocado
screen-expired = Este acceso caducó
screen-ended-advice = Pide un enlace nuevo a quien dio el acceso.
screen-failed = No se pudo cargar la bandeja de entrada

## Palabras de muchos lugares

close = Cerrar
cancel = Cancelar
save = Guardar
back = Volver
send = Enviar
copy = Copiar
copied = Copiado
copy-by-hand = Seleccionado. Con Ctrl+C o ⌘C se copia.
load-more = Cargar más
not-loaded = No se pudo cargar. ¿Hay conexión?

## Lo que puede fallar

problem-access = Este enlace ya no es válido.
problem-not-here = Esto no es posible en esta bandeja de entrada.
problem-not-found = Ya no está aquí.
problem-server = El servidor no puede hacerlo ahora. Se puede intentar de nuevo en un momento.
problem-offline = No se pudo conectar con el servidor.

## El tiempo

date-months = enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre
date-months-short = ene, feb, mar, abr, may, jun, jul, ago, sep, oct, nov, dic
date-weekdays = lunes, martes, miércoles, jueves, viernes, sábado, domingo
date-weekdays-short = lun, mar, mié, jue, vie, sáb, dom
date-today = Hoy
date-yesterday = Ayer
date-day = { $day } de { $month }
date-day-year = { $day } de { $month } de { $year }
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-full = { $date }, { $time }
date-span = { $from } – { $to }
clock = { $hour }:{ $minutes }
clock-before-noon = a. m.
clock-after-noon = p. m.

## Tamaños de archivos

size-kb = { $size } KB
size-mb = { $size } MB

## La lista de conversaciones

list-title = Bandeja de entrada
list-label = Conversaciones
list-empty = Todavía no hay conversaciones
list-empty-why = Cuando un cliente escriba por WhatsApp, aparecerá aquí al instante.
list-no-match = Sin resultados
list-no-match-why = Ninguna conversación ni ningún mensaje coincide con esta búsqueda y estos filtros.
list-clear = Quitar filtros
list-more = Cargando más…
row-draft = Borrador: { $text }
row-via = por { $number }
row-unread = { $count ->
    [one] { $count } mensaje sin leer
    [many] { $count } de mensajes sin leer
   *[other] { $count } mensajes sin leer
}
row-unread-most = { $count }+

## Búsqueda y filtros

search-names = Buscar mensajes, nombres y números de teléfono
search-names-short = Buscar mensajes y personas
filter-unread = Sin leer
filter-handoff = Traspaso
filter-apply = Aplicar
filter-number = Número de WhatsApp
filter-all-numbers = Todos los números
status = Estado
status-active = Activas
status-ended = Terminadas
status-all = Todas

## El tema y la conexión

theme = Tema
theme-system = Según el sistema
theme-light = Claro
theme-dark = Oscuro
live-connecting = Conectando…
live = En vivo
live-lost = Sin conexión, reintentando

## Tipos de mensajes

kind-text = Mensaje
kind-image = Foto
kind-video = Video
kind-audio = Audio
kind-voice = Mensaje de voz
kind-document = Documento
kind-sticker = Sticker
kind-location = Ubicación
kind-contacts = Tarjeta de contacto
kind-interactive = Respuesta
kind-button = Botón
kind-reaction = Reacción
kind-order = Pedido
kind-template = Plantilla
kind-system = Mensaje del sistema
kind-edit = Mensaje editado
kind-revoke = Mensaje eliminado
kind-unsupported = Mensaje no compatible
kind-unknown = Mensaje desconocido

## Lo que WhatsApp dice por sí mismo, y lo que no transmite

notice-number-changed = El cliente cambió de número.
notice-number-changed-to = El cliente cambió su número a { $phone }.
notice-id-changed = El identificador de WhatsApp del cliente ha cambiado.
notice-security-changed = El código de seguridad del cliente ha cambiado: puede que tenga un teléfono nuevo.
notice-on-phone = WhatsApp no pudo transmitir este mensaje. Se puede leer en el teléfono.
notice-too-large = Un archivo que WhatsApp no pudo transmitir: puede que sea demasiado grande.
notice-poll = Una encuesta, que WhatsApp no transmite a las empresas.
notice-vote = Un voto en una encuesta, que WhatsApp no transmite a las empresas.
notice-edit = Un mensaje editado, que WhatsApp no transmite a las empresas.
notice-pin = Un mensaje fijado, que WhatsApp no transmite a las empresas.
notice-kept = Un mensaje conservado, que WhatsApp no transmite a las empresas.
notice-group-invite = Una invitación a un grupo, que WhatsApp no transmite a las empresas.
notice-gif = Un GIF, que WhatsApp no transmite a las empresas.
notice-link = Un enlace, que WhatsApp no transmite a las empresas.
notice-product = Un producto, que WhatsApp no transmite a las empresas.
notice-event = Un evento, que WhatsApp no transmite a las empresas.
notice-photo = Una foto, que WhatsApp no transmite a las empresas.
notice-video = Un vídeo, que WhatsApp no transmite a las empresas.
notice-buttons = Un mensaje con botones, que WhatsApp no transmite a las empresas.
notice-location = Una ubicación, que WhatsApp no transmite a las empresas.
notice-order = Un pedido, que WhatsApp no transmite a las empresas.
notice-reaction = Una reacción, que WhatsApp no transmite a las empresas.
answer-yes = Sí
answer-no = No

## Hasta dónde llegó un mensaje

delivery-queued = En espera de envío
delivery-sending = Enviando
delivery-sent = Enviado
delivery-delivered = Entregado
delivery-read = Leído
delivery-played = Reproducido
delivery-failed = No enviado
delivery-unconfirmed = Sin confirmar

## Quién responde

automation-replying = La automatización está respondiendo
automation-waiting = Espera a una persona
automation-failed = La automatización falló
automation-taken-over = Una persona tomó el control
automation-failed-advice = La automatización falló. Se puede responder directamente.
automation-hand-off = Traspasar
automation-handing-off = Traspasando…
automation-resume = Reanudar
automation-resuming = Reanudando…
automation-none = Ninguna automatización trabajó en esta conversación.
run-running = En curso
run-waiting = Espera al cliente
run-handoff = Traspasada a una persona
run-ended = Terminada
run-failed = Fallida

## Lo que se encuentra en los mensajes

found-ended-too = Buscar también en las conversaciones terminadas
found-title = Mensajes
found-searching = Buscando mensajes
found-people = Más conversaciones
found-rest = Más en esta conversación
found-looking = Buscando más atrás…
found-further = Buscar más atrás
found-you = Tú:
find = Buscar en esta conversación
find-words = Palabras que buscar en esta conversación
find-searching = Buscando…
find-nothing = Sin resultados
find-count = { $nth } de { $count }
find-count-most = { $nth } de más de { $count }
find-older = Resultado anterior
find-newer = Resultado siguiente
find-day = Ir a una fecha
find-close = Cerrar la búsqueda
thread-later = Mostrar mensajes más recientes

## El hilo

thread-label = Mensajes
thread-newest = Al mensaje más reciente
thread-news = { $count ->
    [one] { $count } mensaje nuevo
    [many] { $count } de mensajes nuevos
   *[other] { $count } mensajes nuevos
}
thread-new-conversation = Conversación nueva
thread-earlier = Cargando mensajes anteriores…
thread-end = Terminar
thread-end-title = Terminar esta conversación
thread-reopen = Reabrir
thread-newer = Hay una conversación más reciente con este cliente.
thread-newer-open = Abrirla
number-waits = Los mensajes de este número están en espera.
number-mend = Abrir Números
thread-they = La otra persona:
thread-you = Mensaje propio:
quote-you = Mensaje propio
quote-unknown = El mensaje original no está aquí.
forwarded = ↪ Reenviado
forwarded-often = ↪↪ Reenviado muchas veces
reacted-they = Reacción del cliente
reacted-you = Reacción propia
reacted-failed = La reacción no se entregó
meta-phone = desde el teléfono
meta-edited = editado
missed-gone = Ese mensaje ya no está aquí.
trouble-unknown = No se entregó.
trouble-unconfirmed = WhatsApp no confirmó este mensaje.
trouble-unconfirmed-hint = Puede haber llegado; si se envía de nuevo, podría llegar dos veces.
trouble-again = Enviar de nuevo
trouble-delete = Eliminar
message-deleted = Este mensaje fue eliminado.
message-reaction-back = Quitó una reacción de un mensaje que no está aquí.
message-reacted = Reaccionó con { $emoji } a un mensaje que no está aquí.
message-edited = Cambió un mensaje que no está aquí:
message-revoked = Eliminó un mensaje que no está aquí.
message-unknown = Un mensaje de un tipo que no se puede mostrar aquí.
message-unknown-kind = Un mensaje de un tipo que no se puede mostrar aquí ({ $kind }).
place-open = Abrir el mapa
card-no-name = Sin nombre
answers-form = Formulario
order-title = Pedido
order-total = Total
price-signed = { $amount } { $sign }
price-coded = { $amount } { $code }
referral-product = Pregunta por
referral-post = Llegó desde una publicación
referral-advertisement = Llegó desde un anuncio
file-expired = Este archivo caducó: WhatsApp guarda los archivos siete días.
file-waiting = Obteniéndolo de WhatsApp…
file-failed = No se pudo obtener este archivo de WhatsApp.
file-open = Abrir: { $what }
file-download = Descargar el documento
menu-label = Acciones para este mensaje
menu-react = Reaccionar con { $emoji }
menu-react-more = Más emojis
menu-reply = Responder
menu-copy = Copiar texto
menu-copy-failed = No se pudo copiar el texto.

## Imágenes a tamaño completo

picture = Imagen
picture-download = Descargar
picture-before = Anterior
picture-next = Siguiente

## El editor de mensajes

composer-message = Mensaje
composer-write = Escribir un mensaje
composer-caption = Agregar una descripción
composer-more = Más opciones de envío
composer-attach = Adjuntar archivos
composer-emoji = Emoji
composer-drop = Soltar los archivos para adjuntarlos
composer-too-long = { $length } caracteres son demasiados; WhatsApp admite { $most }.
composer-nul = Contiene un carácter que no se puede enviar.
composer-left-out = Caben { $most } archivos a la vez. Quedaron fuera: { $names }
replying = Respuesta a { $name }
replying-self = Respuesta a un mensaje propio
replying-none = No responder a ningún mensaje en particular
emoji-search = Buscar emojis
emoji-none = Ningún emoji coincide.
emoji-recent = Usados hace poco
emoji-smileys = Caras
emoji-hands = Manos
emoji-hearts = Corazones
emoji-people = Personas
emoji-nature = Naturaleza
emoji-food = Comida
emoji-places = Lugares
emoji-things = Objetos
emoji-signs = Símbolos
blocked-ended = Esta conversación terminó.
blocked-automation = La automatización está respondiendo.
blocked-window = Pasaron más de 24 horas desde el último mensaje del cliente.
blocked-unanswered = El cliente aún no ha respondido: hasta entonces, WhatsApp solo admite plantillas aprobadas.
blocked-group = Desde aquí no se puede responder a grupos.
refused-number = Este número ya no está conectado.
refused-automation = Ya no hay ninguna automatización en marcha aquí.
refused-old = WhatsApp solo admite reacciones a mensajes de los últimos 30 días.
refused-early = WhatsApp aún no tiene ese mensaje. Se puede intentar de nuevo en un momento.
refused-template = Esta plantilla ya no está aprobada o no existe.
refused-file = El archivo ya no está. Hay que volver a adjuntarlo.
refused-asking = No se pudo consultar a WhatsApp. Se puede intentar de nuevo en un momento.
window-left = Respuestas libres por { $hours } h { $minutes } min
window-left-hours = Respuestas libres por { $hours } h
window-left-minutes = Respuestas libres por { $minutes } min
window-left-last = Respuestas libres por menos de un minuto
window-closed = Ventana cerrada
window-closed-why = El cliente escribió hace más de 24 horas. WhatsApp ahora solo admite plantillas aprobadas.
window-unopened = Las respuestas libres aún no están disponibles
window-unopened-why = WhatsApp permite respuestas libres cuando el cliente ha escrito un texto o enviado un archivo. Hasta entonces solo admite plantillas aprobadas.

## Archivos en camino

upload = Carga
upload-progress = Subiendo { $percent } %
upload-then-sent = Subiendo { $percent } %, luego se envía
upload-offline = Sin conexión. Continuará cuando la haya, mientras esta página siga abierta.
upload-remove = Quitar { $name }
upload-too-large = { $size } es demasiado: WhatsApp admite hasta { $most }.
upload-just-over = El archivo supera el límite por muy poco: WhatsApp admite hasta { $most }.
upload-empty = El archivo está vacío.
upload-type = WhatsApp no admite archivos de este tipo, tampoco como documento. Admite fotos JPEG y PNG, videos MP4 y 3GP, audio MP3, AAC, AMR, M4A y OGG, stickers WebP, y documentos PDF, de texto y de Office.
upload-unreadable = No se pudo leer la respuesta del servidor.
upload-over-limit = El archivo es demasiado grande.
upload-lost = La página se cerró antes de que llegara este archivo. Hay que adjuntarlo de nuevo.
upload-refused = El servidor no aceptó el archivo.
upload-unfit = El contenido de este archivo no es nada de lo que WhatsApp admite, diga lo que diga su nombre.
upload-slow = El archivo llegaba demasiado lento y se abandonó.
upload-many = Hay demasiados archivos en camino o sin enviar. Se puede intentar de nuevo más tarde.
upload-not-fetched = No se pudo volver a leer el archivo, así que el mensaje no se envió.

## Mensajes de voz

voice-record = Grabar un mensaje de voz
voice-moment = Un momento…
voice-recording = Grabación en curso
voice-recorded = Grabado
voice-level = Nivel
voice-stop = Detener
voice-throw-away = Descartar la grabación
voice-as-file = Este navegador no graba lo que WhatsApp admite como mensaje de voz: se enviará como archivo de audio.
voice-nothing = No se grabó nada.
voice-not-loaded = No se pudo cargar la grabadora. ¿Hay conexión?
voice-host = La página que muestra esta bandeja no le permite usar el micrófono. Su iframe necesita allow="microphone".
voice-denied = El navegador tiene bloqueado el micrófono para esta página. Se puede permitir en la barra de direcciones e intentar de nuevo.
voice-no-microphone = No se encontró ningún micrófono.
voice-busy = Otro programa está usando el micrófono.
voice-unable = Este navegador no graba aquí. El micrófono necesita una página con https.

## Respuestas guardadas

saved = Respuestas guardadas
saved-loading = Cargando respuestas guardadas…
saved-none = Todavía no hay respuestas guardadas. Los propietarios las administran en el panel.
saved-no-match = Ninguna respuesta guardada coincide.
saved-not-loaded = No se pudieron cargar las respuestas guardadas. { $why }
is-there-a-connection = ¿Hay conexión?

## Formularios que crean un mensaje

sheet-template = Plantilla
sheet-buttons = Botones
sheet-list = Lista
sheet-link = Botón con enlace
sheet-form = Formulario
sheet-ask-place = Pedir la ubicación
sheet-ask-contact = Pedir el número de teléfono
sheet-place = Ubicación
sheet-card = Tarjeta de contacto
sheet-no-forms = Este número no tiene formularios publicados.
ask-up = Subir { $label }
ask-remove = Quitar { $label }
ask-name = Nombre
ask-place-name = Lugar
ask-text = Texto
ask-footer = Pie (opcional)
ask-header = Encabezado
ask-header-none = Ninguno
ask-header-text = Texto del encabezado
ask-file = Archivo
ask-button = Botón { $number }
ask-button-add = Agregar botón
ask-button-most = No más de { $most } botones
ask-button-text = Texto del botón
ask-button-list = Botón que abre la lista
ask-section = Sección { $number }
ask-section-optional = Sección { $number } (opcional)
ask-section-add = Agregar sección
ask-row = Fila { $number }
ask-row-add = Agregar fila
ask-row-most = No más de { $most } filas en total
ask-description = Descripción (opcional)
ask-address = Dirección
ask-form = Formulario
ask-form-choose = Elegir un formulario
ask-latitude = Latitud
ask-longitude = Longitud
ask-company = Empresa (opcional)
ask-phone = Teléfono
ask-phone-add = Agregar teléfono
ask-email = Correo electrónico
ask-email-add = Agregar correo
ask-website = Sitio web
ask-website-add = Agregar sitio web
ask-place-note = Un botón debajo permite al cliente compartir dónde está.
ask-contact-note = Un botón debajo permite al cliente compartir su número de teléfono.
example-place = ¿Dónde lo entregamos?
example-contact = ¿A qué número podemos llamar?
example-list = Ver opciones
example-link = Seguir el paquete
example-form = Completar
example-shop = Nuestra tienda
example-street = Calle del Puerto 12
example-person = Ana Costa
seen-name = Nombre
seen-text = El texto
seen-header = Encabezado
seen-row = Fila
seen-button = Botón
seen-place = Ubicación
seen-send-place = Enviar ubicación
seen-share-number = Compartir número de teléfono

## Lo que está mal en un formulario

flaw-empty = Hace falta escribir algo
flaw-long = { $length } caracteres son demasiados; WhatsApp admite { $most }
flaw-nul = Contiene un carácter que no se puede enviar
flaw-same-button = Otro botón dice lo mismo
flaw-link = Una dirección que empiece con https:// o http://
flaw-rows = De una a { $most } filas en total
flaw-blank = Sin saltos de línea, tabulaciones ni cinco espacios seguidos
flaw-other = WhatsApp no lo admite así
flaw-file = Hay que elegir un archivo
flaw-file-wait = Hay que elegir un archivo y esperar a que se suba
flaw-degrees = Un número de -{ $most } a { $most }
flaw-reach = Algún dato de contacto

## Plantillas

templates-choose = Elegir una plantilla
templates-search = Buscar plantillas
templates-refresh = Consultar de nuevo a WhatsApp
templates-asking = Consultando plantillas…
templates-as-of = Actualizado: { $when }
templates-no-match = Ninguna plantilla coincide.
templates-none = Este número todavía no tiene plantillas aprobadas. Se crean en WhatsApp Manager.
templates-no-variables = Esta plantilla no tiene variables.
templates-variable = Variable { $name }
templates-in-header = { $what } (encabezado)
templates-address-end = Final de la dirección de «{ $button }»
templates-code = Código para copiar
templates-marketing = Marketing
templates-utility = Servicio
templates-authentication = Autenticación

## Detalles

details = Detalles
details-close = Cerrar detalles
details-info = Información
details-files = Archivos
details-automation = Automatización
details-metadata = Metadatos
details-others = Otras conversaciones
fact-phone = Teléfono
fact-username = Nombre de usuario
fact-whatsapp-name = Nombre en WhatsApp
fact-user-id = ID de usuario
fact-other-phone = Otro teléfono
fact-other-user-id = Otro ID de usuario
fact-parent-id = ID superior
fact-group-id = ID de grupo
fact-writes-to = Número del buzón
fact-first-wrote = Primer mensaje
fact-status = Estado
fact-copy = Copiar: { $what }
fact-not-copied = El navegador no permite copiar desde esta página. Se puede seleccionar el texto.
standing-active = Activa
standing-ended = Terminada
chapter-messages = { $count ->
    [one] { $count } mensaje
    [many] { $count } de mensajes
   *[other] { $count } mensajes
}
name-label = Nombre
name-change = Cambiar el nombre
name-empty = Vacío: el nombre que eligió la persona.
name-unknown = Contacto desconocido
name-group = Grupo de WhatsApp
name-user = Usuario …{ $id }
files-none = Aquí estarán las fotos, los videos y los documentos de esta conversación.
files-loading = Cargando archivos
files-waiting = Obteniéndolo
files-expired = Ya no está en WhatsApp
files-failed = No se pudo obtener

## Por qué un mensaje no se entregó

failure-window = Pasaron más de 24 horas desde el último mensaje del cliente.
failure-unreachable = WhatsApp no pudo entregarlo: quizás la persona no usa WhatsApp o tiene una versión antigua.
failure-held-back = WhatsApp lo retuvo para cuidar la calidad del chat.
failure-experiment = WhatsApp no se lo entregó a esta persona por un experimento propio. Volver a enviarlo no sirve de nada.
failure-opted-out = La persona ya no quiere recibir mensajes de marketing.
failure-too-many = Demasiados mensajes a esta persona en poco tiempo.
failure-too-fast = El número envía más rápido de lo que permite WhatsApp.
failure-restricted = WhatsApp restringió este número por mensajes denunciados.
failure-people-limit = El número alcanzó el límite de personas a las que puede escribir.
failure-payment = Hay un problema de pago con la cuenta de WhatsApp.
failure-locked = La cuenta de WhatsApp está bloqueada.
failure-country = WhatsApp no permite que esta empresa escriba a personas de ese país.
failure-expired = La conexión con WhatsApp caducó.
failure-permission = A la conexión con WhatsApp le falta un permiso.
failure-not-set-up = El número no está configurado por completo en WhatsApp.
failure-test-number = La persona no está en la lista de destinatarios de prueba.
failure-itself = El número no puede escribirse a sí mismo.
failure-upload = No se pudo subir el archivo.
failure-download = WhatsApp no pudo entregar el archivo.
failure-kind = WhatsApp no conoce este tipo de mensaje.
failure-no-number = Esto no se puede enviar a alguien cuyo número se desconoce.
failure-whatsapp = WhatsApp tuvo un problema de su lado.
failure-not-accepted = WhatsApp no aceptó el mensaje tal como está.
failure-template-fields = Los campos de la plantilla no coinciden.
failure-template-language = La plantilla no existe en este idioma.
failure-template-long = La plantilla queda demasiado larga al completarla.
failure-template-rules = La plantilla infringe las reglas de WhatsApp.
failure-template-stopped = WhatsApp detuvo la plantilla por su calidad.
failure-form-stopped = WhatsApp detuvo el formulario.
failure-security-code = El código de seguridad de la persona cambió.
failure-disconnected = Este número se desconectó antes de enviar el mensaje.
failure-waited = Esperó demasiado la conexión con WhatsApp.
failure-file-gone = El archivo de este mensaje ya no está aquí.
failure-no-answer = No se pudo conectar con WhatsApp.
hint-later = Se puede intentar de nuevo en un rato.
hint-tomorrow = Se puede intentar de nuevo mañana como mínimo.
hint-admin = Un administrador debe revisar la cuenta de WhatsApp.
hint-template = Enviar una plantilla o esperar a que escriba.
hint-check-number = Revisar el número o usar otro medio.
hint-no-more = No enviar más.
hint-quality = Revisar su calidad en WhatsApp Manager.
hint-reconnect = Un administrador debe volver a conectar el número.
hint-test-number = Un administrador puede agregarla ahí.
hint-another-format = Probar otro formato o un archivo más pequeño.
hint-ask-again = Pedir que lo envíe de nuevo.
hint-ask-number = Pedir su número.
hint-fill-anew = Completarlos de nuevo.
hint-choose-another = Elegir otra.
hint-shorten = Acortar lo que se completa.
hint-make-sure = Confirmar que se trata de esa persona.

## Lo que el servidor rechaza

refused-newer = Hay una conversación más reciente activa con este contacto.
refused-far = Ese mensaje está demasiado atrás para ir hasta él.
refused-too-many = Demasiado a la vez. Se puede intentar de nuevo en un momento.
refused-changed = Ya no es posible: el estado cambió mientras tanto.
refused-other = El servidor lo rechazó: { $why }

## Páginas sin bandeja

notice-access = Este enlace no es válido
notice-access-why = Puede haber caducado o haber sido revocado. Se puede pedir uno nuevo a quien dio el acceso.
notice-nothing = Aquí no hay nada
notice-nothing-why = La dirección puede estar incompleta.
notice-unavailable = La bandeja de entrada no está disponible ahora
notice-unavailable-why = Se puede volver a cargar la página en un momento.

step-started = Automatización iniciada
step-handed-off = Traspasada a una persona
step-resumed = Reanudada
step-answered = El cliente respondió
step-ended = Automatización terminada
step-failed = La automatización falló
step-waiting = A la espera del cliente
step-continued = Continúa
step-by-person = Una persona tomó el relevo en la bandeja de entrada.
step-by-person-back = Una persona devolvió la conversación en la bandeja de entrada.
run-no-reason = No dio ningún motivo.

## La bandeja del equipo

team-account-of = Cuenta de { $name }
team-owner = Propietario
team-member = Miembro
team-projects = Proyectos
team-settings = Configuración
team-your-account = Cuenta personal
team-sign-out = Cerrar sesión
bell = Notificaciones
bell-on = Las notificaciones están activadas
bell-off = Las notificaciones están desactivadas
bell-blocked = El navegador bloquea las notificaciones de este sitio. Se pueden permitir en su configuración y luego volver a presionar la campana.
bell-missing = Este navegador no ofrece notificaciones a las páginas.
bell-message = Mensaje nuevo
holder = Asignada a
holder-is = Asignada a { $name }
holder-none = Sin asignar
holder-you = { $name } (cuenta propia)
holder-gone = Otra persona
holder-filter = Persona asignada
holder-filter-all = Cualquier responsable
holder-filter-mine = Mías
holder-take = Asignarme
holder-leave = Quitar asignación
holder-section = Asignación
holder-past = { $count ->
    [one] Una asignación hasta ahora
    [many] { $count } de asignaciones hasta ahora
   *[other] { $count } asignaciones hasta ahora
}
holder-by = Asignada por { $name }
holder-by-program = Asignada por un programa
date-since = Desde { $moment }
notes = Notas
notes-whose = Solo el equipo ve esto.
note = Nota
note-new = Nota nueva
note-add = Agregar nota
note-write = Escribir una nota…
note-edited = { $moment }, editada
note-edit = Editar nota
note-delete = Eliminar nota
note-delete-ask = ¿Eliminar esta nota para todo el equipo?
note-keep = Conservar
signed-out = La sesión está cerrada
signed-out-why = Al iniciar sesión de nuevo se continúa donde se estaba. Lo que se empezó a escribir se conserva en esta pestaña.
sign-in = Iniciar sesión
start-title = Conversación nueva
start-from = De
start-to = Para
start-will-write = WhatsApp escribirá a { $phone }.
start-country = Con el código de país al inicio.
start-no-number = Todavía no hay un número de WhatsApp conectado. Un propietario puede conectarlo en la configuración.
start-not-a-number = Un número de teléfono solo tiene dígitos, espacios y un signo más.
start-no-country = Debe empezar con el código de país, como +52, sin cero.
start-too-long = Ningún número de teléfono es tan largo.
start-empty = Hace falta el número de teléfono.
start-too-short = Este número de teléfono es demasiado corto.
start-starting = Iniciando…
start-go = Iniciar conversación

display = Apariencia
display-rows = Filas
display-cozy = Amplias
display-compact = Compactas
display-enter = Tecla Entrar
display-enter-sends = Envía
display-enter-line = Empieza una línea nueva
keys-title = Atajos de teclado
keys-switch = Atajos de una tecla, mientras no escribes
keys-off = Quien configuró esta bandeja ha desactivado aquí las teclas sueltas.
keys-next = Abrir la conversación siguiente
keys-previous = Abrir la conversación anterior
keys-reply = Escribir una respuesta
keys-end = Terminar la conversación o reabrirla
keys-search = Buscar
keys-search-writing = Buscar, también mientras escribes
keys-help = Mostrar esta lista
keys-walk = Recorrer la lista
keys-ends = La primera y la última fila de la lista
keys-enter = Abrir la fila o enviar lo escrito
keys-enter-line = Abrir la fila o empezar una línea nueva
keys-send = Enviar lo escrito
keys-line = Una línea nueva
keys-bold = Negrita, y Ctrl I para cursiva
keys-back = Cerrar lo abierto y volver a la lista
keys-first-next = la siguiente
keys-first-search = buscar
keys-first-all = todos los atajos
keys-thread = Conversación
keys-ended = Conversación terminada.
keys-reopened = Conversación reabierta.
keys-undo = Deshacer
trouble-edit = Editar
broken-title = Algo se ha roto
broken-why = Esta página ha dejado de funcionar. Vuelve a cargarla para seguir: lo que escribías se conserva.
broken-reload = Recargar
request-copy = Copiar

request-id = Solicitud { $id }

away-said = { $name }: { $text }

away-offline = { $count ->
    [0] Sin conexión. Lo que escribas se enviará cuando vuelvas.
    [many] Sin conexión. Se enviarán { $count } de mensajes cuando vuelvas.
    [one] Sin conexión. Se enviará { $count } mensaje cuando vuelvas.
   *[other] Sin conexión. Se enviarán { $count } mensajes cuando vuelvas.
}

away-caught = { $count ->
    [0] Al día
    [one] Al día, { $count } nuevo
    [many] Al día, { $count } nuevos
   *[other] Al día, { $count } nuevos
}
