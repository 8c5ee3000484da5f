### Las palabras de la página de comprobación y de los elementos, junto a las de `checks.ftl`.

## La página

page-title = Comprobar una insignia
page-lead = ¿Alguien le envió una insignia? Désela a esta página. Se comprueba aquí, en su propio navegador.
page-private = Nada de lo que suelte aquí se envía a ninguna parte.
page-private-how = ¿Cómo?
page-private-explained = La comprobación se hace en este dispositivo. De él solo salen la dirección de la clave de la entidad emisora y, si la hay, la de su lista de insignias retiradas. Cada dirección contactada figura en «Qué se comprobó».
page-language = Idioma

## Dar una insignia

drop-hint = Suelte aquí el archivo: PNG, SVG, JSON o JWT.
choose-file = Elegir un archivo
paste = Pegar un enlace o un código
paste-label = El enlace a una insignia, o su texto
paste-hint = También puede pulsar Ctrl+V o ⌘V en cualquier lugar de esta página.
paste-check = Comprobar
paste-empty = Pegue primero el enlace o el texto de una insignia.
several-files = De uno en uno, por favor. Solo se comprobó el primer archivo.
nothing-given = En lo que dio no había ni archivo ni texto. Elija un archivo, o pegue un enlace.
checking = Comprobando…
stopped = Detenido. No se decidió nada sobre esta insignia.

## El resultado

given-by-domain = { $date ->
    [none] Entregada por { $issuer } ({ $domain }).
   *[other] Entregada el { $date } por { $issuer } ({ $domain }).
}
given-by-domain-only = { $date ->
    [none] Entregada por { $domain }.
   *[other] Entregada el { $date } por { $domain }.
}
given-by-host = { $date ->
    [none] Firmada por { $domain } para { $issuer } (nombre que da la insignia).
   *[other] Entregada el { $date }. Firmada por { $domain } para { $issuer } (nombre que da la insignia).
}
given-by-name = { $date ->
    [none] Entregada por { $issuer }. Ese nombre es solo lo que dice la insignia.
   *[other] Entregada el { $date } por { $issuer }. Ese nombre es solo lo que dice la insignia.
}
given-by-nobody = { $date ->
    [none] La insignia no nombra a quien la entregó.
   *[other] Entregada el { $date }. La insignia no nombra a quien la entregó.
}
signature-is-right = La firma es correcta.

badge-unnamed = Insignia sin nombre
badge-called = Insignia: { $name }
picture-of = Imagen de la insignia { $name }
claims-issuer = Entidad emisora que nombra la insignia
claims-recipient = Entregada a
claims-criteria = Qué hizo esta persona
claims-evidence = Pruebas
claims-results = Resultados
claims-skills = Competencias
says-only = Esto es lo que dice el archivo. No está confirmado.

question-genuine = ¿Es auténtica?
question-good = ¿Sigue siendo válida?
question-person = ¿Es de esta persona?
person-named = La insignia nombra a { $name }. Si es la persona que tiene delante, le toca a usted compararlo.
person-ask = No se comparó ninguna dirección ni ningún nombre con la insignia.

record-holds = En este expediente
endorsement-of = { $what ->
    [badge] Aval de la insignia
    [achievement] Aval de lo conseguido
    [issuer] Aval de la entidad emisora
   *[other] Aval
}
inside-claims = Dice que viene de { $issuer }. Eso no está confirmado.

what-was-checked = Qué se comprobó
addresses = Direcciones contactadas
addresses-none = No se contactó con ninguna dirección.
address-read = leída
address-answered = respondió con el error { $status }
address-offline = no leída: este dispositivo está sin conexión
address-timeout = no leída: no hubo respuesta a tiempo
address-cors-or-network = no leída: no hubo respuesta, o no deja que la lean las páginas web
address-too-large = no leída: demasiado grande
address-refused = no contactada: se rechazó la dirección
checked-at = Comprobado el { $date }.
technical = Detalles técnicos
technical-id = Identificador de la insignia
technical-issuer = Identificador de la entidad emisora
technical-format = Archivo
technical-proof = Tipo de firma
technical-hash = SHA-256 del archivo
another = Comprobar otra
try-again = Intentar de nuevo
check-yourself = Compruébela usted

## Rechazos

error-too-large = Este archivo es demasiado grande para ser una insignia. El límite es { $limit } MB.
error-unreadable-file = No se pudo abrir este archivo. Elíjalo otra vez.
error-link = { $reason ->
    [offline] Este dispositivo está sin conexión, así que no se pudo abrir el enlace. Descargue la insignia y elija el archivo.
    [timeout] { $host } no respondió a tiempo. Descargue la insignia desde el enlace y elija el archivo.
    [cors-or-network] { $host } no respondió, o no deja que las páginas web lean la insignia. Descárguela desde el enlace y elija el archivo.
    [too-large] Lo que envió { $host } es demasiado grande para ser una insignia. Revise el enlace.
    [refused] Esta dirección no se puede abrir desde aquí. Use un enlace que empiece por https://.
   *[other] { $status ->
        [none] No se pudo abrir el enlace. Revíselo, o descargue la insignia y elija el archivo.
       *[other] { $host } respondió con el error { $status }. Revise el enlace, o pida el archivo a la persona.
    }
}
error-verifier = El verificador no pudo arrancar. Vuelva a cargar la página. Si no basta, use una versión actual de Firefox, Chrome, Edge o Safari.

## El elemento en la página de alguien

idle-click = Comprobar esta insignia
idle-none = No comprobada aquí
idle-waiting = Todavía no comprobada
badge-says = Qué dice la insignia
ask-issuer = Preguntar a { $host } si se retiró
ask-issuer-hint = { $host } puede ver entonces que alguien mira una de sus insignias.
ask-relay = Preguntar otra vez a través de { $host }
ask-relay-hint = { $host } se entera de qué clave o qué lista leer, y de nada de la insignia.
badge-unread = { $reason ->
    [offline] Este dispositivo está sin conexión, así que no se pudo leer la insignia.
    [timeout] { $host } no respondió a tiempo, así que no se pudo leer la insignia.
    [cors-or-network] { $host } no respondió, o no deja que las páginas web lean la insignia.
    [too-large] Este archivo es demasiado grande para ser una insignia.
    [refused] Se rechazó la dirección de esta insignia.
    [unreadable] No se pudo abrir este archivo.
   *[other] { $status ->
        [none] No se pudo leer la insignia.
       *[other] { $host } respondió con el error { $status } en lugar de la insignia.
    }
}
address-given = dada por esta página
address-relayed = leída por el intermediario de esta página

## Varias insignias en la página de alguien

list-label = Insignias
list-total = { $count ->
    [one] Una insignia.
   *[other] { $count } insignias.
}
list-genuine = { $count ->
    [one] Una es auténtica y todavía válida.
   *[other] { $count } son auténticas y todavía válidas.
}
list-caution = { $count ->
    [one] Una es auténtica, pero lea primero lo que dice.
   *[other] { $count } son auténticas, pero lea primero lo que dicen.
}
list-invalid = { $count ->
    [one] Una no es válida.
   *[other] { $count } no son válidas.
}
list-unchecked = { $count ->
    [one] De una no pudimos terminar la comprobación.
   *[other] De { $count } no pudimos terminar la comprobación.
}
list-none = { $count ->
    [one] Un archivo no contiene ninguna insignia.
   *[other] { $count } archivos no contienen ninguna insignia.
}
list-waiting = { $count ->
    [one] Una todavía no se ha comprobado.
   *[other] { $count } todavía no se han comprobado.
}
list-check = Comprobar estas insignias

## Varios archivos, un enlace de otra persona o un código

drop-hint-several = Suelte aquí el archivo: PNG, SVG, JSON o JWT. También valen varios archivos o una carpeta entera.
choose-folder = Elegir una carpeta entera
scan = Escanear un código QR
close = Cerrar
scan-title = Ponga el código QR ante la cámara
scan-hint = La imagen se queda en este dispositivo.
scan-picture = Lo que ve la cámara
offer-title = Un enlace quiere abrir una insignia
offer-explained = Para comprobarla, su navegador tiene que pedir la insignia a { $host }. { $host } puede ver entonces que alguien con su dirección de internet la mira. Todavía no se ha pedido nada.
offer-open = Pedirla a { $host } y comprobar
offer-decline = No abrirla

error-camera = No hay ninguna cámara que esta página pueda usar. Permítala en los ajustes del navegador, o pegue el enlace.
error-too-many-files = Son más de { $limit } archivos. Delos en partes más pequeñas.
error-copy = El navegador no permitió copiar. Copie el enlace de la propia insignia.

## Una persona

person-label = Su correo electrónico o su nombre
person-hint = Puede saltarse esto. Lo que escriba se queda en este dispositivo.
person-compare = Comparar
person-empty = Escriba la dirección o el nombre que le dieron.
person-matched-as-typed = Coincide exactamente como lo escribió.
person-print = Nombrarla en el resultado impreso y guardado

## La imagen

picture-compare = Comparar con la imagen de la entidad emisora
picture-compare-hint = Esto pide la imagen a { $host }. { $host } puede ver entonces que alguien mira esta insignia.
picture-show = Ver la imagen de la entidad emisora
picture-at-issuer = Esta imagen está ahora en { $host }. La firma no la abarca: compare usted las dos.
picture-of-issuer = La imagen que { $host } muestra para esta insignia
picture-not-read = No se pudo leer la imagen en { $host }.

## Un día sin red

kept-key-fits = Según la clave que esta página leyó el { $date }, la firma es correcta. No se comprobó si esa clave sigue contando.
kept-key-differs = Según la clave que esta página leyó el { $date }, el contenido se cambió después de firmarlo. No se comprobó si esa clave sigue contando.

## Qué se pidió a una dirección

address-line = { $what }: { $outcome }
address-for-badge = La insignia
address-for-key = La clave de la entidad emisora
address-for-status = La lista de insignias retiradas
address-for-hosted = Lo que publica la entidad emisora sobre la insignia
address-for-refresh = Una versión más nueva de la insignia
address-for-image = La imagen
address-for-register = Un registro de entidades emisoras que usa esta página

## Guardar un resultado

print = Imprimir este resultado
save = Guardar como texto
copy-link = Copiar un enlace a esta página
copied = Se copió el enlace.
record-line = { $label }: { $value }
record-result = Resultado
record-time = Comprobado el
record-file = Archivo
record-verifier = Comprobado con
record-compared = Comparado con: { $name }
record-at-that-time = Esta fue la respuesta en el momento indicado. Compruebe otra vez la insignia para la respuesta de hoy.

## Varios archivos

batch-checking = Comprobando { $total } archivos: { $done } hechos
batch-checked = { $total } archivos comprobados
batch-stopped = Detenido: { $done } de { $total } archivos comprobados
batch-file = Archivo
batch-result = Resultado
batch-details = Detalles
batch-show = Ver
batch-show-file = Ver { $file }
batch-waiting = No comprobado
batch-save = Guardar como tabla (CSV)
batch-back = Volver a la lista
stop = Detener
batch-count-genuine = Auténticas y todavía válidas: { $count }
batch-count-caution = Auténticas, pero lea esto primero: { $count }
batch-count-invalid = No válidas: { $count }
batch-count-unchecked = Comprobación sin terminar: { $count }
batch-count-none = Sin insignia en el archivo: { $count }
csv-file = Archivo
csv-result = Resultado
csv-why = Por qué
csv-badge = Insignia
csv-issuer = Entidad emisora que nombra la insignia
csv-domain = Dominio que prueba la clave
csv-given = Entregada el
csv-id = Identificador de la insignia
csv-hash = SHA-256 del archivo
csv-time = Comprobado el (hora universal)
csv-state = Estado
