### El panel.

## En muchos lugares

office-tab = { $page } · Oriel
office-skip = Ir al contenido
office-menu = Menú
office-needs-scripts = Esta página necesita scripts para guardar los cambios. Hay que permitirlos en este sitio.
office-loading = Cargando
office-home = Ir a la página de inicio
office-actions = Acciones
office-act-on = { $act } { $of }
office-saved = Guardado
office-saving = Guardando…
office-creating = Creando…
office-done = Listo
office-never = Nunca
office-none = Ninguno
office-email = Correo electrónico
office-password = Contraseña
office-password-hint = Al menos { $least } caracteres. Unas cuantas palabras son más fáciles que los signos.
office-role = Rol
office-expires = Caduca
office-customer = Cliente
office-address = Dirección
office-events = Eventos
office-created = Creación
office-last-used = Último uso
office-edit = Editar
office-delete = Eliminar
office-deleting = Eliminando…
office-deleted = Eliminado
office-delete-ask = ¿Eliminar { $name }?
office-revoke = Revocar
office-revoking = Revocando…
office-revoked = Revocado
office-revoke-ask = ¿Revocar { $name }?
office-blank-stays = Vacío: queda como está.
office-count = { $count }/{ $most }
paging = Páginas
paging-previous = Anterior
paging-next = Siguiente
paging-place = Página { $page } de { $pages }

## A qué distancia está un momento

ahead-now = en un minuto
ahead-minutes = { $count ->
    [one] en { $count } minuto
    [many] en { $count } de minutos
   *[other] en { $count } minutos
}
ahead-hours = { $count ->
    [one] en { $count } hora
    [many] en { $count } de horas
   *[other] en { $count } horas
}
ahead-days = { $count ->
    [one] en { $count } día
    [many] en { $count } de días
   *[other] en { $count } días
}
ahead-months = { $count ->
    [one] en { $count } mes
    [many] en { $count } de meses
   *[other] en { $count } meses
}
ahead-years = { $count ->
    [one] en { $count } año
    [many] en { $count } de años
   *[other] en { $count } años
}
ago-now = ahora mismo
ago-minutes = { $count ->
    [one] hace { $count } minuto
    [many] hace { $count } de minutos
   *[other] hace { $count } minutos
}
ago-hours = { $count ->
    [one] hace { $count } hora
    [many] hace { $count } de horas
   *[other] hace { $count } horas
}
ago-days = { $count ->
    [one] hace { $count } día
    [many] hace { $count } de días
   *[other] hace { $count } días
}
ago-months = { $count ->
    [one] hace { $count } mes
    [many] hace { $count } de meses
   *[other] hace { $count } meses
}
ago-years = { $count ->
    [one] hace { $count } año
    [many] hace { $count } de años
   *[other] hace { $count } años
}

## Lo que salió mal

office-signed-out = La sesión está cerrada. Se puede iniciar sesión en otra pestaña e intentar de nuevo.
office-owners-only = Solo los propietarios del proyecto pueden hacerlo.
office-gone = Ya no existe.
trouble-signed-out-why = Al iniciar sesión se continúa donde se estaba.
trouble-owners-only = Solo los propietarios pueden ver esto
trouble-owners-only-why = Se puede pedir ese rol a un propietario del proyecto.
trouble-nothing-why = Ya no existe, o pertenece a un proyecto ajeno.
trouble-not-loaded = No se pudo cargar
trouble-start = Ir al inicio

## Lo que el servidor rechaza, debajo del campo

wrong-required = Es obligatorio.
wrong-long = Tiene más de { $most } caracteres.
wrong-short = Necesita al menos { $least } caracteres.
wrong-nul = Contiene un carácter que no se puede guardar.
wrong-email = No es una dirección de correo electrónico.
wrong-member = Esta persona ya es miembro.
wrong-sign-in = El correo electrónico o la contraseña no son correctos.
wrong-too-many = Demasiados intentos. Se puede intentar de nuevo en { $seconds } s.
wrong-password = No es la de esta cuenta.
wrong-old-password = No es la contraseña actual.
wrong-code = No es el que el servidor mostró al arrancar.
wrong-set-up = Oriel ya está configurado. Hay que iniciar sesión.
wrong-last-owner = Un proyecto conserva al menos un propietario. Primero hay que dar ese rol a otra persona.
wrong-past = Está en el pasado.
wrong-moment = Hay que elegir un día y una hora.
wrong-number-choice = Hay que elegir un número.
wrong-customer-choice = Hay que elegir un cliente.
wrong-origin = «{ $origin }» no es un origen como https://app.example.com o *.example.com.
wrong-origins = Tiene más de { $most } entradas.
wrong-meta-id = Tiene caracteres que ningún identificador de Meta tiene.
wrong-connected = Este número ya está conectado.
wrong-customer-id = Lo tiene otro cliente.
wrong-shortcut = De una a { $most } letras, cifras, - o _.
wrong-shortcut-taken = Lo tiene otra respuesta.
wrong-replies = Un proyecto guarda como máximo { $most } respuestas. Primero hay que eliminar una.
wrong-text = Primero hay que escribir algo.
wrong-text-long = { $length } caracteres son demasiados; WhatsApp admite { $most }.
wrong-events = Hay que elegir al menos uno.
wrong-url = Debe ser una dirección como https://example.com/webhook.
wrong-url-scheme = Debe empezar con https:// o http://.
wrong-url-login = No debe contener nombre de usuario ni contraseña.
wrong-url-port = Su puerto debe ser 80 o 443.
wrong-url-public = Debe ser una dirección pública.
wrong-key = Debe tener de { $least } a { $most } caracteres.
wrong-webhook-off = Este webhook está desactivado.
wrong-invitation = Esta invitación ya se usó, se retiró o es demasiado antigua. Se puede pedir otra.

## Cómo moverse

section-embeds = Inserciones
section-numbers = Números
section-customers = Clientes
section-webhooks = Webhooks
section-members = Miembros
section-api-keys = Claves de API
section-activity = Actividad
sidebar-project = Proyecto
sidebar-project-is = Proyecto:
sidebar-account = : cuenta personal
sidebar-members = Aquí los propietarios encuentran la configuración del proyecto. Los miembros trabajan en su bandeja de entrada.

## Entrar, configurar, unirse

entrance-nobody = Todavía nadie tiene una cuenta aquí. Primero hay que { $link }.
entrance-nobody-link = configurar Oriel
setup-tab = Configurar
setup-title = Configurar Oriel
setup-text = Aquí se crean el primer proyecto y su propietario, que es quien está leyendo.
setup-code = Código
setup-code-hint = El servidor lo mostró en su terminal al arrancar.
setup-project = Proyecto
setup-project-hint = La empresa o el equipo.
setup-name = Nombre
setup-submit = Configurar
setup-done = Oriel está configurado
setup-done-why = Ya hay un propietario. Se puede iniciar sesión o pedirle una invitación.
gate-problem = { $field }: { $problem }
join = Unirse
joining = Uniéndose…
join-title = Unirse a { $project }
join-as = Como { $email }
join-needs-scripts = Esta página necesita scripts para leer la invitación. Hay que permitirlos en este sitio.
join-reading = Leyendo la invitación…
join-not-read = No se pudo leer la invitación
join-not-valid = Esta invitación no es válida
join-not-valid-why = Puede haberse usado, retirado o caducado; o falta una parte del enlace. Se puede pedir otra.
join-known = Ya existe una cuenta con esta dirección. Hace falta su contraseña.

## La cuenta propia

account-title = Cuenta
account-text = La cuenta propia y los navegadores en los que tiene la sesión iniciada.
account-you = Datos personales
account-language = Idioma
account-language-label = Idioma de la bandeja y de estas páginas
account-language-browsers = El que prefiera este navegador
account-language-save = Guardar idioma
account-password-old = Contraseña actual
account-password-new = Contraseña nueva
account-password-hint = Al menos { $least } caracteres. Se cerrará la sesión en los demás dispositivos.
account-password-change = Cambiar contraseña
account-password-changing = Cambiando…
account-password-changed = Contraseña cambiada
sessions = Sesiones
session-browser = Navegador
session-seen = Última actividad
session-began = Inicio de sesión
session-this = Este dispositivo
session-end = Cerrar
session-end-of = Cerrar la sesión de { $browser }
session-ended = Sesión cerrada
session-client = { $browser } en { $system }
session-unknown = Navegador desconocido

## Inserciones: direcciones que muestran la bandeja en un marco

embeds-text = Direcciones que muestran esta bandeja, o una parte, en un marco dentro de páginas propias.
embeds-new = Nueva inserción
embeds-hide-revoked = Ocultar revocadas
embeds-show-revoked = Mostrar revocadas
embeds-none = Todavía no hay inserciones
embeds-none-why = Una inserción es una dirección para un iframe. Se crea, se pone su código en la página, y ahí está la bandeja.
embeds-first = Crear la primera
embed-tab = Inserción
embed-crumbs = Ruta de navegación
embed-new-text = Una dirección que muestra la bandeja, o una parte, en un marco.
embed-new-form = La nueva inserción
embed-create = Crear inserción
embed-ready = La inserción está lista
embed-new-token = El token nuevo
embed-once = Esto se muestra una sola vez. Hay que copiarlo ahora: Oriel solo guarda una huella del token y no puede volver a mostrarlo.
embed-open = Abrir en una pestaña nueva
embed-code = Código para la página
embed-shows = Muestra
embed-assignee = Persona asignada
embed-pages = Páginas permitidas
embed-everybody = Todo el equipo
embed-any-page = Cualquier página
embed-nameless = Sin nombre ({ $start }…)
embed-more-pages = +{ $count }
embed-scope-project = Proyecto
embed-scope-number = Número
embed-active = Activa
embed-expired = Caducada
embed-revoked = Revocada
embed-facts = Datos
embed-fixed = Lo que muestra una inserción es fijo, para que una dirección que alguien tiene nunca llegue a mostrar más. Para otro número u otro cliente se crea otra inserción.
embed-token = Token
embed-settings = Configuración
embed-name-example = Atención al cliente
embed-name-hint = Para distinguir las inserciones. Nadie lo ve en el marco.
embed-everybodys = Las conversaciones de todo el equipo
embed-assignee-hint = Con una persona, el marco muestra solo lo que tiene asignado en ese momento.
embed-theme = Tema inicial
embed-shortcuts-on = Activados
embed-shortcuts-off = Desactivados
embed-shortcuts-hint = Teclas sueltas como J, K y R, mientras el marco tiene el foco. Desactivados, todas las teclas quedan para la página.
embed-expires-now = Ahora: { $moment }
embed-expires-picked = Momento de caducidad, según el reloj local
expiry-never = Nunca
expiry-hour = 1 hora
expiry-day = 1 día
expiry-week = 7 días
expiry-month = 30 días
expiry-quarter = 90 días
expiry-picked = Elegir una fecha
expiry-kept = Como está
origins-understood = La lista tal como se entiende
origins-add = Agregar también { $origin }
origins-open = Mientras la lista esté vacía, cualquier página que conozca la dirección puede mostrar esta bandeja.
origins-hint = Orígenes de las páginas que pueden contener el marco, uno por línea. { $subdomains } significa todos los subdominios; { $ports }, cualquier puerto.
origins-good = Correcto:
origins-twice = Repetido:
origins-wrong = Incorrecto:
origins-wrong-why = { $typed } – { $why }
origins-star-alone = Un asterisco debe estar solo. Con la lista vacía se permite cualquier página.
origins-path = Sin la ruta: { $origin }
origins-ascii = Hay que escribir el nombre como los navegadores, con xn--.
origins-star-subdomains = Un asterisco solo puede representar los subdominios de un dominio, como en *.example.com.
origins-shape = Un origen es un esquema y un servidor, como en https://app.example.com.
preview = Vista previa
preview-live = En vivo desde este proyecto, tal como está ahora.
preview-first = { $theme } · el inicial
preview-choose = Hay que elegir qué muestra.
preview-none = Todavía no coincide ninguna conversación.
scope-project = Todo el proyecto
scope-project-why = Todas las conversaciones, de todos los números.
scope-number = Un número
scope-number-why = Las conversaciones de un número de WhatsApp.
scope-customer = Un cliente
scope-customer-why = Las conversaciones de los números y contactos de un cliente.
scope-no-number = Todavía no hay números conectados. Primero hay que conectar uno en Números.
scope-no-customer = Todavía no hay clientes. Primero hay que agregar uno en Clientes.
scope-search = Escribir una parte del nombre
scope-search-label = Buscar: { $what }
scope-choose = Elegir…
token-old-until = El token anterior vale hasta el { $moment }.
token-revoked = Esta inserción está revocada para siempre. Su dirección ya no muestra nada.
token-text = El token se renueva cuando puede haber caído en malas manos, o por costumbre. La inserción se revoca cuando nadie debe usarla más.
token-rotate-open = Renovar token…
token-revoke-open = Revocar…
token-rotate-title = Renovar el token
token-rotate = Renovar
token-rotating = Renovando…
token-rotate-text = La inserción recibe una dirección nueva. Las páginas que aún usan la anterior siguen durante el tiempo indicado aquí; después sus marcos se cierran.
token-grace = El token anterior sigue valiendo
grace-none = Nada
grace-minutes = 10 minutos
grace-hour = 1 hora
grace-day = 24 horas
embed-revoke-ask = ¿Revocar esta inserción?
embed-revoke-means = Los marcos abiertos se cierran en un segundo y su dirección no vuelve a funcionar nunca. Esto no se puede deshacer.

## Por qué un marco queda en blanco

doctor-title = Revisar una página
doctor-text = ¿El marco queda en blanco? Con su ubicación se ve cómo lo entiende un navegador.
doctor-address = Dirección de la página
doctor-sandboxed = El iframe tiene un atributo sandbox
doctor-sandbox = Su valor
doctor-good = Bien
doctor-limited = Limitado
doctor-blocked = Bloqueado
doctor-finding = { $subject }: { $verdict }
doctor-access = Acceso
doctor-origin = Origen
doctor-scheme = Esquema
doctor-sandbox-subject = Sandbox
doctor-whole-address = Hace falta la dirección completa de la página, como https://crm.example.com/tickets
doctor-web-only = Solo las páginas web, con http o https, tienen un origen que se pueda permitir.
doctor-token-until = El token vale, hasta que caduque la inserción.
doctor-token-good = El token vale y no caduca.
doctor-expired = La inserción caducó: el marco lo dice en lugar de mostrar la bandeja. Hay que darle una caducidad posterior.
doctor-revoked = La inserción está revocada para siempre. Hay que crear otra.
doctor-any = Cualquier página puede contener esta inserción. Si se nombran los orígenes que deben, ninguna otra podrá.
doctor-allowed = { $origin } está permitido. Si esa página está a su vez en un marco, todas las páginas que la rodean deben estar permitidas.
doctor-list-broken = La lista de páginas permitidas no se puede leer. Hay que escribirla de nuevo.
doctor-unlistable-number = { $origin } no se puede poner en la lista. Los navegadores no comparan esas direcciones numéricas: hay que abrir la página con un nombre, como http://localhost.
doctor-unlistable-host = { $origin } no se puede poner en la lista. Hay que abrir la página con un nombre de servidor normal.
doctor-unlistable-script = { $origin } no se puede poner en la lista. Hay que escribir su nombre como los navegadores, con xn--: así lo copia la barra de direcciones.
doctor-not-listed = { $origin } no está entre las páginas permitidas. Hay que agregarlo tal como está aquí.
doctor-other-scheme = { $origin } no está entre las páginas permitidas. La lista lo tiene con { $other }, y el esquema cuenta: hay que agregarlo tal como está aquí.
doctor-other-port = { $origin } no está entre las páginas permitidas. La lista lo tiene sin el puerto, y el puerto cuenta: hay que agregarlo tal como está aquí.
doctor-bare-domain = { $origin } no está entre las páginas permitidas. La lista tiene sus subdominios, pero *.{ $name } no incluye { $name }: hay que agregarlo tal como está aquí.
doctor-local-http = La página usa https y Oriel se sirve por http en este equipo: Safari rechaza un marco así, otros navegadores lo muestran.
doctor-mixed = La página usa https y Oriel se sirve por http: los navegadores rechazan un marco así. Hay que servir Oriel por https.
doctor-insecure = La página usa http: los navegadores niegan el portapapeles y el micrófono a todos sus marcos. Hay que servir la página por https.
doctor-scheme-good = El esquema de la página y el de Oriel son compatibles.
doctor-no-sandbox = El marco no tiene atributo sandbox.
doctor-no-scripts = Sin allow-scripts la bandeja se puede leer, pero nada se mueve y nadie puede responder. Hay que agregar allow-scripts.
doctor-no-origin = Sin allow-same-origin el marco no tiene origen propio: se olvida el tema y sus llamadas cuentan como ajenas, así que fallan salvo que se permita cualquier origen. Hay que agregar allow-same-origin.
doctor-sandbox-good = El sandbox tiene todo lo que la bandeja necesita.
doctor-no-forms = Hay que agregar allow-forms: sin eso el botón de enviar no hace nada.
doctor-no-popups = Hay que agregar allow-popups: sin eso los enlaces no se abren.
doctor-no-downloads = Hay que agregar allow-downloads: sin eso no se pueden guardar archivos.

## Números de WhatsApp

numbers-text = Números de WhatsApp cuyos mensajes llegan y salen por aquí.
numbers-connect = Conectar un número
numbers-edit = Editar el número
numbers-none = No hay ningún número conectado
numbers-none-why = Al conectar un número de WhatsApp, lo que los clientes le escriben aparece aquí y en las inserciones.
numbers-first = Conectar el primero
number-connected = Conectado
number-connected-at = Conectado desde
number-phone = Teléfono
number-phone-id = Identificador de número de teléfono
number-phone-id-hint = En Configuración de la API, debajo del número elegido. No es el número de teléfono.
number-state = Estado
number-working = Conectado
number-trouble-token = Token rechazado
number-trouble-token-advice = WhatsApp rechaza su token de acceso. Genera uno nuevo e introdúcelo en Editar: los mensajes esperan una hora y después fallan.
number-trouble-locked = Cuenta bloqueada
number-trouble-locked-advice = WhatsApp ha bloqueado la cuenta. El motivo está en el Administrador de WhatsApp; los mensajes esperan una hora y después fallan.
number-trouble-payment = Problema de pago
number-trouble-payment-advice = El método de pago de la cuenta falla. Corrígelo en el Administrador de WhatsApp: los mensajes esperan una hora y después fallan.
number-trouble-setup = Sin registrar
number-trouble-setup-advice = WhatsApp no tiene el número registrado. Termina su registro en el Administrador de WhatsApp: los mensajes esperan una hora y después fallan.
number-account = Identificador de la cuenta de WhatsApp Business
number-account-hint = En Configuración de la API, junto al identificador de número de teléfono.
number-display = Número de teléfono
number-name-example = Ventas
number-name-hint = Vacío: el número mismo.
number-customer-hint = Las inserciones de un cliente muestran las conversaciones de sus números.
number-no-customer = Ningún cliente
number-connect = Conectar
number-connecting = Conectando…
number-where = Todo está en el panel de apps de Meta, developers.facebook.com, dentro de la app. Los dos primeros están en WhatsApp, Configuración de la API.
number-webhook = Dirección del webhook
number-webhook-hint = Se indica en la app, en WhatsApp, Configuración, junto con el token de verificación, y hay que suscribirse a { $field }.
number-replace-secrets = Reemplazar tokens y claves secretas
number-disconnect = Desconectar
number-disconnecting = Desconectando…
number-disconnected = Desconectado
number-disconnect-ask = ¿Desconectar { $name }?
number-disconnect-means = Los mensajes de este número dejan de llegar y de salir, y sus inserciones se revocan para siempre. Sus conversaciones se conservan.
number-access-token = Token de acceso
number-access-token-hint = En Configuración del negocio, Usuarios del sistema: generar un token que no caduque, para whatsapp_business_messaging y whatsapp_business_management. El de Configuración de la API termina después de un día.
number-app-secret = Clave secreta de la app
number-app-secret-hint = En Configuración de la app, Básica, Clave secreta de la app. Con ella Oriel comprueba que un webhook viene de Meta.
number-verify-token = Token de verificación
number-verify-token-hint = Un texto inventado. Meta pide el mismo junto a la dirección del webhook.

## Clientes

customers-text = Las empresas o personas a las que se atiende. Una inserción puede mostrar solo las conversaciones de un cliente.
customers-add = Agregar un cliente
customers-edit = Editar el cliente
customers-none = Todavía no hay clientes
customers-none-why = Se puede agregar un cliente, o que lo haga el propio sistema por la API. Así una inserción puede ser solo suya.
customers-first = Agregar el primero
customers-no-match = No coincide ninguno
customers-no-match-why = La búsqueda encuentra una parte del nombre, o el ID propio completo.
customers-search = Buscar clientes por nombre o por ID propio
customers-search-short = Nombre o ID propio
customer-id = ID propio
customer-id-hint = Cómo se llama este cliente en el sistema propio, para que los programas lo encuentren.
customer-added = Alta
customer-delete-means = Las inserciones de este cliente se revocan para siempre. Los contactos, números y conversaciones se conservan, sin cliente.

## Respuestas guardadas

replies-text = Textos que todas las bandejas de este proyecto tienen a mano: se encuentran al escribir / y el atajo.
replies-new = Nueva respuesta
replies-edit = Editar la respuesta
replies-none = Todavía no hay respuestas
replies-none-why = Aquí se guarda lo que se escribe a menudo: horarios, una dirección, una despedida amable.
replies-first = Escribir la primera
reply-shortcut = Atajo
reply-shortcut-example = horario
reply-shortcut-hint = Lo que se escribe después de / al redactar: letras, cifras, - y _.
reply-text = Texto
reply-delete-means = Ya nadie la encuentra al redactar. Los mensajes escritos con ella se conservan.

## Webhooks y lo que se les envió

webhooks-text = Direcciones de programas propios que reciben lo que ocurre: mensajes, conversaciones, números, automatizaciones.
webhooks-new = Nuevo webhook
webhooks-edit = Editar el webhook
webhooks-none = No hay webhooks
webhooks-none-why = Un programa propio recibe cada mensaje cuando llega, con firma para poder comprobarlo.
webhooks-first = Crear el primero
webhook-url-hint = El programa propio, por https. Oriel le envía JSON y espera 10 segundos un 200.
webhook-of = Eventos de
webhook-of-project = El proyecto
webhook-whose = de { $name }
webhook-whose-project = del proyecto
webhook-key = Clave secreta
webhook-key-hint = Firma lo que se envía. Vacío: Oriel crea una.
webhook-create = Crear webhook
webhook-ready = El webhook está listo
webhook-once = Esto se muestra una sola vez. Hay que copiarlo ahora: con ella el programa comprueba el encabezado X-Webhook-Signature, un HMAC-SHA256 del cuerpo.
webhook-delete-means = Ya no recibe nada, y lo que recibió antes se olvida.
webhook-test = Probar
webhook-tested = La prueba está en camino
webhook-pause = Pausar
webhook-activate = Activar
webhook-paused = En pausa
webhook-activated = Activado
webhook-active = Activo
webhook-events = { $count ->
    [one] { $count } evento
    [many] { $count } de eventos
   *[other] { $count } eventos
}
webhook-delivered = Entregados
webhook-failed = Fallidos
webhook-events-all = Todos
events-message = Mensaje
events-conversation = Conversación
events-phone-number = Número de teléfono
events-execution = Ejecución
event-message-received = Recibido
event-message-sent = Enviado
event-message-delivered = Entregado
event-message-read = Leído
event-message-failed = No enviado
event-conversation-created = Creada
event-conversation-ended = Terminada
event-conversation-inactive = Inactiva
event-number-created = Creado
event-number-deleted = Eliminado
event-execution-handoff = Traspaso
event-execution-failed = Fallida
deliveries-title = Entregas
deliveries-text = Lo que este webhook recibió, mientras se conserve.
deliveries-refresh = Actualizar
deliveries-none = Aquí no hay nada
deliveries-none-why = Una prueba, o el próximo evento, aparece aquí en un segundo.
deliveries-all = Todas
delivery-state-pending = Pendiente
delivery-state-delivered = Entregada
delivery-state-failed = Fallida
delivery-tries = { $count ->
    [one] { $count } intento
    [many] { $count } de intentos
   *[other] { $count } intentos
}
delivery-http = HTTP { $status }
delivery-made = Se creó el { $moment }
delivery-made-due = Se creó el { $moment }, se intenta de nuevo { $next }
delivery-made-arrived = Se creó el { $moment }, se entregó el { $arrived }
delivery-body = Cuerpo
delivery-replay = Reenviar
delivery-replayed = Se envía de nuevo

## Miembros

members-text = Quién trabaja en la bandeja de este proyecto y quién lo administra.
members-invite = Invitar
members-invite-title = Invitar a alguien
members-you = Cuenta propia
member-role-of = Rol de { $name }
member-role-hint = Los miembros trabajan en la bandeja. Los propietarios hacen eso y todo lo de aquí.
member-remove = Quitar
member-removing = Quitando…
member-removed = Persona quitada
member-remove-ask = ¿Quitar a { $name }?
member-remove-means = Ya no puede abrir este proyecto. Lo que escribió se conserva, y lo que tenía asignado queda libre. Una invitación le permite volver.
invitations = Invitaciones
invitation-of = la invitación de { $email }
invitation-withdraw = Retirar
invitation-withdrawn = Retirada
invitation-create = Crear invitación
invitation-ready = La invitación está lista
invitation-once = Esto se muestra una sola vez, y Oriel no envía correos: hay que darle el enlace a esa persona.
invitation-link = Enlace para { $email }

## Claves de API

keys-page-text = Con una clave un programa puede hacer en este proyecto lo mismo que un propietario: crear inserciones, conectar números, enviar mensajes.
keys-new = Nueva clave
keys-new-title = Nueva clave de API
keys-none = No hay claves
keys-none-why = Se crea una para el programa que debe crear inserciones o escribir mensajes.
keys-first = Crear la primera
key-column = Clave
key-name-example = Servidor del CRM
key-name-hint = Qué programa la usa.
key-create = Crear clave
key-ready = La clave está lista
key-once = Esto se muestra una sola vez. Hay que copiarla ahora: Oriel solo guarda una huella y no puede volver a mostrarla.
key-text = Clave de API, para el encabezado X-API-Key
key-revoked = Revocada
key-revoke-means = Los programas que usan esta clave se rechazan desde ahora. Esto no se puede deshacer.

## Quién hizo qué

activity-text = Lo que personas y programas cambiaron en este proyecto.
activity-none = Todavía no ha pasado nada
activity-none-why = Inserciones, números, claves y miembros: aquí queda lo que se hace con ellos.
activity-program = Clave de API
activity-role = como { $role }
deed-project-created = { $actor } creó el proyecto { $target }
deed-embed-created = { $actor } creó la inserción { $target }
deed-embed-changed = { $actor } cambió la inserción { $target }
deed-embed-rotated = { $actor } renovó el token de la inserción { $target }
deed-embed-revoked = { $actor } revocó la inserción { $target }
deed-number-connected = { $actor } conectó el número { $target }
deed-number-changed = { $actor } cambió el número { $target }
deed-number-disconnected = { $actor } desconectó el número { $target }
deed-customer-created = { $actor } agregó el cliente { $target }
deed-customer-changed = { $actor } cambió el cliente { $target }
deed-customer-deleted = { $actor } eliminó el cliente { $target }
deed-key-created = { $actor } creó la clave de API { $target }
deed-key-revoked = { $actor } revocó la clave de API { $target }
deed-reply-created = { $actor } agregó la respuesta guardada { $target }
deed-reply-changed = { $actor } cambió la respuesta guardada { $target }
deed-reply-deleted = { $actor } eliminó la respuesta guardada { $target }
deed-invited = { $actor } invitó a { $target }
deed-invitation-withdrawn = { $actor } retiró la invitación de { $target }
deed-joined = { $actor } se unió como { $target }
deed-role-changed = { $actor } cambió el rol de { $target }
deed-member-removed = { $actor } quitó a { $target }
deed-webhook-created = { $actor } creó el webhook { $target }
deed-webhook-changed = { $actor } cambió el webhook { $target }
deed-webhook-deleted = { $actor } eliminó el webhook { $target }
deed-workflow-created = { $actor } registró el flujo { $target }
deed-workflow-changed = { $actor } cambió el flujo { $target }
