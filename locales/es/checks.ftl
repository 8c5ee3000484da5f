### Lo que encontró una comprobación, en frases enteras. La versión inglesa dice qué valores hay.

## Estados

state-genuine = Auténtica y todavía válida
state-caution = Auténtica, pero lea esto primero
state-invalid = No es válida
state-unchecked = No pudimos terminar la comprobación
state-none = No hay ninguna insignia en este archivo

## Preguntas

check-format = Hay una insignia en el archivo
check-structure = Tiene las partes que necesita una insignia
check-context = Sus palabras tienen un significado conocido
check-signature = Sin cambios desde que se entregó
check-issuer-binding = Viene de la entidad que nombra
check-validity = Fechas
check-status = No retirada
check-image = La imagen
check-recipient = Esta persona
check-endorsement = Avales
check-trust = Registros de entidades emisoras

## Respuestas

answer-yes = Sí
answer-care = Atención
answer-no = No
answer-unknown = No se pudo comprobar
answer-neutral = No procede
answer-not-asked = No se preguntó
answer-if-genuine = Solo si es auténtica

## Cualquier comprobación

not-reached = Esto no se comprobó, porque una comprobación anterior puso fin al examen.
not-supported = { $what ->
    [credential-kind] Es otro tipo de credencial que aquellos cuyas reglas conoce este verificador.
    [envelope] La credencial viene envuelta de una manera que este verificador no puede leer.
    [identity-hash] La insignia nombra a la persona de forma oculta, y este verificador todavía no puede compararla.
   *[other] Este verificador todavía no puede comprobar esto.
}
document-not-fetched = { $host ->
    [none] No se leyó un documento que hace falta.
   *[other] No leímos lo que publica { $host }.
}
document-unreachable = { $reason ->
    [offline] No pudimos leer lo que publica { $host }: este dispositivo está sin conexión.
    [timeout] No pudimos leer lo que publica { $host }: no respondió a tiempo.
    [cors-or-network] No pudimos leer lo que publica { $host }: no respondió, o no deja que lo lean las páginas web.
    [too-large] No pudimos leer lo que publica { $host }: es demasiado grande.
    [refused] No leímos lo que publica { $host }: se rechazó la dirección.
   *[other] { $status ->
        [none] No pudimos leer lo que publica { $host }.
       *[other] No pudimos leer lo que publica { $host }: respondió con el error { $status }.
    }
}
document-unreadable = Leímos lo que publica { $host }, pero no pudimos entenderlo.
file-unreadable = { $reason ->
    [not-found] El archivo no está.
    [permission-denied] Este programa no tiene permiso para leer el archivo.
   *[other] No se pudo leer el archivo.
}
work-limit-reached = No terminamos: la insignia pide más trabajo del que permite este verificador.

## Hay una insignia en el archivo

badge-found = Se encontró una insignia.
credential-found = Hay una credencial en este lugar.
no-badge = Una captura de pantalla o una foto pierde la insignia. Pida a la persona el archivo original o un enlace.
too-large = El archivo, o una parte de él, es más grande de lo que lee este verificador.
damaged-file = { $offset ->
    [none] El archivo está dañado.
   *[other] El archivo está dañado en el byte { $offset }.
}
damaged-chunk = La parte de la imagen que contiene la insignia está dañada.
conflicting-badges = El archivo contiene dos insignias distintas. No se puede saber cuál vale.
unreadable-badge = Hay una insignia en el archivo, pero su texto no se puede leer.
duplicate-member-names = La insignia dice dos veces lo mismo, con el nombre «{ $name }». No se puede saber cuál vale.
too-deep = La insignia está anidada a más profundidad de la que lee este verificador.
entity-refused = La insignia de la imagen depende de sustituciones que este verificador no hace.
repeated-badge = La misma insignia está más de una vez en el archivo.
compressed-badge = La insignia estaba guardada comprimida, lo que la norma no permite. Se leyó de todos modos.
other-chunk-type = La insignia estaba guardada en una parte poco común de la imagen. Se leyó de todos modos.
other-version-keyword = La insignia estaba guardada con la etiqueta de otra versión de Open Badges. Se leyó de todos modos.
other-place = La insignia estaba guardada en un lugar poco común de la imagen. Se leyó de todos modos.
compressed-file = El archivo de la imagen está comprimido. Se leyó de todos modos.
doctype-ignored = El archivo de la imagen remite a una definición externa. No se cargó.
surrounding-space = Había espacios alrededor del texto de la insignia. Se dejaron fuera.
data-after-end = El archivo sigue después del final de la imagen. Esa parte no se leyó.
padded-token = El texto de la insignia estaba rellenado con signos que no corresponden. Se dejaron fuera.
refreshed = La entidad emisora ofrece en { $host } una versión más nueva de esta insignia. Se comprobó esa.
refresh-unreachable = La entidad emisora ofrece en { $host } una versión más nueva de esta insignia, que no se pudo leer. Se comprobó la del archivo.
refresh-of-another = Lo que { $host } ofrece como versión más nueva no es la misma insignia. Se comprobó la del archivo.
refresh-not-good = Nada muestra que lo que { $host } ofrece como versión más nueva sea de la entidad emisora. Se comprobó la del archivo.

## Tiene las partes que necesita una insignia

structure-sound = Están todas las partes necesarias.
not-an-open-badge = El archivo contiene un documento, pero no es un Open Badge.
missing-member = Falta una parte necesaria.
wrong-value = Una parte de la insignia tiene un valor que la norma no permite.
missing-type = Una parte de la insignia no dice qué es.
invalid-date = Una fecha de la insignia no está escrita como pide la norma.
invalid-identifier = Un identificador de la insignia no es una dirección válida.
broken-link = Un resultado de la insignia remite a algo que la insignia no contiene.
endorsement-of-another = El aval trata de otra cosa que aquello junto a lo que está.
endorsed-not-named = Nada muestra de qué trata el aval: aquello junto a lo que está no tiene identificador.
nested-credential-bad = El expediente contiene credenciales que no están bien tal como están: { $bad } de { $count }. Mire cada una.
nested-credential-not-confirmed = No pudimos terminar de comprobar todas las credenciales del expediente: { $unconfirmed } de { $count } quedan pendientes. Mire cada una.
unlisted-word = Una parte de la insignia usa una palabra que la norma no recoge ahí.
result-not-allowed = Un resultado de la insignia no es ninguno de los que la propia insignia permite.
unusual-date = Una fecha de la insignia está escrita de forma poco común. Se leyó de todos modos.
level-of-another = Un resultado nombra un nivel que pertenece a otra parte de la insignia. Aun así, está claro lo que se alcanzó.
schema-not-applied = { $host ->
    [none] La entidad emisora tiene reglas propias para esta insignia. No se aplicaron.
   *[other] La entidad emisora tiene reglas propias para esta insignia, publicadas por { $host }. No se aplicaron.
}
extension-not-read = La insignia tiene una parte de un tipo que este verificador no conoce: { $name }. No se comprobó.

## Sus palabras tienen un significado conocido

context-known = Cada palabra firmada tiene una definición publicada.
missing-context = La insignia no dice qué definiciones siguen sus palabras.
no-own-context = No dice por sí misma qué significan sus palabras, así que su firma no se puede comprobar aparte de la insignia que la rodea.
unknown-context = La insignia depende de definiciones que este verificador no conoce: { $url }.
inline-context = La insignia trae sus propias definiciones, que podrían cambiar el significado de sus palabras. No se leyeron.
undefined-term = La insignia contiene una palabra que ninguna definición recoge, así que ninguna firma la protege: «{ $term }».
relative-type = Una parte de la insignia dice qué es con una palabra que ninguna definición recoge, así que ninguna firma la protege: «{ $term }».
relative-iri = Un identificador de la insignia no es una dirección completa, así que ninguna firma lo protege: «{ $term }».
unsigned-value = Ninguna firma protege una parte de la insignia.
inexact-number = Un número de la insignia es demasiado grande para significar lo mismo para todos: { $number }.
invalid-json-ld = La insignia no está escrita correctamente.
unsupported-json-ld = La insignia está escrita de una manera que este verificador no lee.
version-known = La insignia está escrita con las palabras de Open Badges { $version }.
context-implied = La insignia está escrita con las palabras de Open Badges { $version }, que no necesitaban definiciones.
context-not-read = La insignia nombra más definiciones, que este verificador no lee.
context-alias = La insignia nombra sus definiciones con otra dirección que la suya. Son las mismas definiciones.
older-context = La insignia se firmó con una edición anterior de sus definiciones.

## Sin cambios desde que se entregó

signature-good = La firma es correcta: nada cambió desde que se firmó.
no-proof = La insignia no está firmada.
changed-after-signing = El contenido se cambió después de firmarlo.
malformed-proof = La firma no está escrita correctamente.
unsupported-cryptosuite = Este tipo de firma no se comprueba aquí: { $cryptosuite }.
unknown-cryptosuite = Este tipo de firma no se conoce: { $cryptosuite }.
wrong-proof-purpose = La firma se hizo para otro fin que el de entregar una insignia.
proof-expired = La firma dejó de contar el { $expires }.
proof-from-future = La firma lleva una fecha futura: { $created }.
malformed-key = No se puede leer la clave de la firma.
wrong-key-type = La clave no corresponde a este tipo de firma.
key-not-found = No se encontró la clave que nombra la firma.
unsupported-key-reference = La firma nombra su clave de una manera que este verificador no sigue.
proof-context-differs = La firma se hizo cuando la insignia definía sus palabras de otro modo.
base-proof = La insignia se muestra con la firma que solo debería tener quien la posee, y de la que se saca una copia para mostrar. Pídale esa copia.
proof-labels-differ = La firma no se hizo para las partes que tiene esta insignia.
proof-index-out-of-range = La firma abarca más afirmaciones de las que tiene esta insignia.
statements-not-signed = El número de afirmaciones que se firman una a una ({ $expected }) no es el de las firmas que venían ({ $found }).
previous-proof-missing = La firma se apoya en otra que no está.
previous-proof-bad = La firma se apoya en otra que no es correcta.
previous-proof-not-checked = La firma se apoya en otra que no se comprobó.
refused-algorithm = { $algorithm ->
    [none] La insignia no está firmada: no nombra ningún tipo de firma.
   *[other] La insignia nombra un tipo de firma que no prueba nada: { $algorithm }.
}
critical-header = La firma pide leerse con reglas que este verificador no conoce: { $names }.
unencoded-payload = La firma se hizo sobre otra forma del contenido que la que hay en la insignia.
private-key-in-token = La insignia revela una clave secreta. Con una clave así puede firmar cualquiera.
malformed-claim = El sobre firmado de la insignia tiene un valor incorrecto en «{ $claim }».
claimed-issuer-differs = El sobre firmado nombra a otra entidad emisora ({ $found }) que la insignia que contiene ({ $expected }).
claimed-subject-differs = El sobre firmado nombra a otra persona ({ $found }) que la insignia que contiene ({ $expected }).
claimed-id-differs = El sobre firmado pertenece a otra insignia ({ $found }) que la que contiene ({ $expected }).
claims-missing = Al sobre firmado de la insignia le faltan datos que pide la norma: { $claims }.
claim-not-in-badge = El sobre firmado dice algo que la insignia que contiene no repite: { $claim }.
unusual-token-type = El texto de la insignia está marcado como algo poco común: { $found }. Se leyó de todos modos.
other-proof-bad = La insignia lleva otra firma, que no es correcta.
other-proof-not-checked = La insignia lleva otra firma, que no se comprobó.
selective-disclosure = Quien posee la insignia eligió qué afirmaciones firmadas mostrar. Otras, como una fecha de fin, pueden estar ocultas.
proof-for-domain = La firma se hizo para un destinatario: { $domain }.
cryptosuite-alias = El tipo de firma está escrito de forma antigua o errónea: { $cryptosuite }.

hosted-confirmed = { $host } publica esta insignia.
hosted-id-differs = { $host } publica otra insignia en la dirección de esta.
no-hosted-address = La insignia no está firmada, y no nombra ninguna dirección donde se pueda consultar.
file-differs = La insignia que dio no es igual a la que publica { $host }. Cuenta la publicada.
read-over-tls = Una dirección de la insignia no va cifrada. Se leyó por una conexión cifrada.
plain-http = Un documento de { $host } se leyó sin cifrar. Otros pudieron cambiarlo por el camino.

## Viene de la entidad que nombra

key-bound = { $domain ->
    [none] El identificador de la entidad emisora es esta misma clave. Ningún sitio web responde por el nombre.
   *[other] { $domain } publica esta clave.
}
key-not-listed = { $host ->
    [none] El identificador de la entidad emisora es otra clave. La insignia no la firmó la entidad que nombra.
   *[other] { $host } no incluye esta clave. La insignia no la firmó la entidad que nombra.
}
key-not-for-assertion = { $host } incluye esta clave, pero no para entregar insignias.
test-badge = Es una prueba, hecha para mirarla. Nadie la respalda, y no demuestra nada de nadie.
key-revoked = { $since ->
    [none] { $host } dice que esta clave ya no cuenta.
   *[other] { $host } dice que esta clave ya no cuenta desde el { $since }.
}
key-retired = { $since ->
    [none] La entidad emisora ha sustituido esta clave. Contaba cuando se firmó la insignia.
   *[other] La entidad emisora sustituyó esta clave el { $since }. Contaba cuando se firmó la insignia.
}
controller-differs = La clave pertenece a alguien distinto de la entidad emisora que nombra la insignia.
document-of-another = { $host } describe a alguien distinto de quien nombra la insignia.
within-issuers-scope = { $host } es donde esta entidad publica sus insignias.
outside-issuers-scope = La insignia está en { $host }, donde la entidad emisora que nombra no publica insignias.
issuer-not-hosted = La entidad emisora no tiene dirección donde leer su perfil, así que nada muestra de quién es esta insignia.
document-id-differs = Un documento en { $host } se da otro nombre: { $found }. Cuenta su dirección.
key-owner-missing = La clave no dice de quién es. El perfil de la entidad emisora la incluye.
key-not-bound = Nada muestra que esta clave sea de la entidad emisora.
unsupported-did-method = { $method ->
    [none] La entidad emisora está nombrada de una manera que este verificador no sigue.
   *[other] La entidad emisora está nombrada de una manera que este verificador no sigue: { $method }.
}
malformed-did = El identificador de la entidad emisora no está escrito correctamente.

## Fechas

within-validity = Válida hasta el { $valid_until }.
no-expiry = No tiene fecha de fin.
expired = Caducó el { $valid_until }.
not-yet-valid = No es válida antes del { $valid_from }.
ends-before-start = Su fecha de fin es anterior a la de inicio.
claimed-start-differs = El sobre firmado cuenta desde otra fecha ({ $claimed }) que la insignia que contiene ({ $valid_from }).
claimed-end-differs = El sobre firmado cuenta hasta otra fecha ({ $claimed }) que la insignia que contiene ({ $valid_until }).

## No retirada

status-not-declared = La entidad emisora no publica ninguna lista de insignias retiradas.
not-revoked = No está en la lista de insignias retiradas de la entidad emisora.
still-hosted = { $host } la sigue publicando, y no dice que se haya retirado.
revoked = { $reason ->
    [none] La entidad emisora la retiró.
   *[other] La entidad emisora la retiró: «{ $reason }».
}
no-withdrawal-list = Se leyeron las listas de la entidad emisora sobre esta insignia. Ninguna trata de insignias retiradas.
suspended = { $reason ->
    [none] La entidad emisora la ha suspendido por ahora.
   *[other] La entidad emisora la ha suspendido por ahora: «{ $reason }».
}
status-unreachable = { $reason ->
    [offline] No pudimos leer la lista de insignias retiradas: este dispositivo está sin conexión.
    [timeout] No pudimos leer la lista de insignias retiradas: { $host } no respondió a tiempo.
    [cors-or-network] No pudimos leer la lista de insignias retiradas: { $host } no respondió, o no deja que la lean las páginas web.
    [too-large] No pudimos leer la lista de insignias retiradas: es demasiado grande.
    [refused] No pudimos leer la lista de insignias retiradas: no se contactó con { $host }, porque se rechazó la dirección.
   *[other] { $status ->
        [none] No pudimos leer la lista de insignias retiradas.
       *[other] No pudimos leer la lista de insignias retiradas: { $host } respondió con el error { $status }.
    }
}
unsupported-status = La entidad emisora usa un tipo de lista de insignias retiradas que este verificador todavía no puede leer.
malformed-status = La insignia no dice correctamente dónde publica su entidad emisora las insignias retiradas.
status-list-damaged = La lista de insignias retiradas se leyó, pero no se puede entender.
status-list-not-verified = La lista de insignias retiradas no está firmada correctamente.
status-list-not-confirmed = Nada muestra quién firmó la lista de insignias retiradas.
status-list-not-bound = Nada muestra que la lista de insignias retiradas sea de la entidad emisora.
status-list-of-other-kind = El documento que se leyó no es del tipo de lista que nombra la insignia.
status-list-of-another = La lista que se leyó dice pertenecer a otra dirección que la que nombra la insignia.
status-list-expired = La lista de insignias retiradas de la entidad emisora está desfasada.
status-list-too-short = La lista de insignias retiradas es más corta de lo que pide la norma.
status-index-out-of-range = El lugar de esta insignia queda más allá del final de la lista de insignias retiradas.
status-purpose-differs = La lista de la entidad emisora es para otro fin que el que dice la insignia.
status-of-another-issuer = La lista de insignias retiradas la firmó alguien distinto de la entidad emisora.
status-index-is-number = El lugar de la insignia en la lista está escrito de forma poco común. Se leyó de todos modos.
status-list-notation = La lista de insignias retiradas está escrita de forma poco común. Se leyó de todos modos.
status-message = La entidad emisora dice de esta insignia: «{ $message }».
refresh-available = La entidad emisora tiene una versión más nueva de esta insignia.

## La imagen

image-not-signed = La firma no abarca la imagen, así que la imagen no prueba nada.
image-matches = { $of ->
    [address] La imagen que publica { $host } es la que firmó la entidad emisora.
   *[other] Es la imagen que firmó la entidad emisora.
}
image-differs = { $of ->
    [address] La imagen que publica { $host } no es la que firmó la entidad emisora.
   *[other] La imagen no es la que firmó la entidad emisora.
}
image-not-asked = La entidad emisora firmó una imagen. No se descargó para compararla, porque su servidor se enteraría.
unsupported-digest = La entidad emisora firmó la imagen de una manera que este verificador no puede comparar.

## Esta persona

recipient-not-asked = No se dio ningún nombre ni dirección con que comparar.
recipient-matches = Se entregó a la persona que usted nombró.
recipient-differs = No se entregó a la persona que usted nombró.
recipient-not-named = La insignia no dice a quién se entregó de una forma que se pueda comparar.
matched-lower-case = Coincide si la dirección se escribe en minúsculas.

## Avales

no-endorsement = La insignia no lleva ningún aval.
endorsements-good = Todos los avales están bien. Son { $count }.
endorsement-bad = No todos los avales están bien: { $bad } de { $count } no lo están. La insignia misma no depende de ellos.
endorsement-not-confirmed = No pudimos terminar de comprobar todos los avales: { $unconfirmed } de { $count } quedan pendientes. La insignia misma no depende de ellos.

## Registros de entidades emisoras

trust-not-asked = No se consultó ningún registro de entidades emisoras.
issuer-listed = { $register ->
    [none] La entidad emisora está en un registro que se consultó.
   *[other] La entidad emisora está en el registro «{ $register }».
}
issuer-unknown = La entidad emisora no está en ninguno de los registros consultados. Eso no dice nada en su contra.
