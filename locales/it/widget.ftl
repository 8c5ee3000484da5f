### Le parole della pagina di verifica e degli elementi, accanto a quelle di `checks.ftl`.

## La pagina

page-title = Verificare un badge
page-lead = Qualcuno Le ha mandato un badge? Lo dia a questa pagina. Viene verificato qui, nel Suo browser.
page-private = Nulla di ciò che lascia qui viene inviato da qualche parte.
page-private-how = Come?
page-private-explained = La verifica si fa su questo dispositivo. Ne escono solo l’indirizzo della chiave dell’ente emittente e, se c’è, quello del suo elenco di badge ritirati. Ogni indirizzo contattato è elencato sotto «Che cosa è stato verificato».
page-language = Lingua

## Dare un badge

drop-hint = Lasci qui il file: PNG, SVG, JSON o JWT.
choose-file = Scegli un file
paste = Incolla un link o un codice
paste-label = Il link a un badge, o il suo testo
paste-hint = Può anche premere Ctrl+V o ⌘V ovunque in questa pagina.
paste-check = Verifica
paste-empty = Incolli prima il link o il testo di un badge.
several-files = Un file alla volta, per favore. È stato verificato solo il primo.
nothing-given = In ciò che ha dato non c’era né un file né un testo. Scelga un file, o incolli un link.
checking = Verifica in corso…
stopped = Fermato. Su questo badge non è stato deciso nulla.

## Il risultato

given-by-domain = { $date ->
    [none] Dato da { $issuer } ({ $domain }).
   *[other] Dato il { $date } da { $issuer } ({ $domain }).
}
given-by-domain-only = { $date ->
    [none] Dato da { $domain }.
   *[other] Dato il { $date } da { $domain }.
}
given-by-host = { $date ->
    [none] Firmato da { $domain } per { $issuer } (nome dato dal badge).
   *[other] Dato il { $date }. Firmato da { $domain } per { $issuer } (nome dato dal badge).
}
given-by-name = { $date ->
    [none] Dato da { $issuer }. Quel nome è solo ciò che dice il badge.
   *[other] Dato il { $date } da { $issuer }. Quel nome è solo ciò che dice il badge.
}
given-by-nobody = { $date ->
    [none] Il badge non nomina chi lo ha dato.
   *[other] Dato il { $date }. Il badge non nomina chi lo ha dato.
}
signature-is-right = La firma è giusta.

badge-unnamed = Badge senza nome
badge-called = Badge: { $name }
picture-of = Immagine del badge { $name }
claims-issuer = Ente emittente nominato nel badge
claims-recipient = Dato a
claims-criteria = Che cosa ha fatto questa persona
claims-evidence = Prove
claims-results = Risultati
claims-skills = Competenze
says-only = Questo è ciò che dice il file. Non è confermato.

question-genuine = È autentico?
question-good = È ancora valido?
question-person = È di questa persona?
person-named = Il badge nomina { $name }. Se è la persona che ha davanti, sta a Lei confrontarlo.
person-ask = Con il badge non è stato confrontato alcun indirizzo né alcun nome.

record-holds = In questo fascicolo
endorsement-of = { $what ->
    [badge] Sostegno al badge
    [achievement] Sostegno a ciò che è stato raggiunto
    [issuer] Sostegno all’ente emittente
   *[other] Attestazione di sostegno
}
inside-claims = Dice di venire da { $issuer }. Questo non è confermato.

what-was-checked = Che cosa è stato verificato
addresses = Indirizzi contattati
addresses-none = Nessun indirizzo è stato contattato.
address-read = letto
address-answered = ha risposto con l’errore { $status }
address-offline = non letto: questo dispositivo è senza rete
address-timeout = non letto: nessuna risposta in tempo
address-cors-or-network = non letto: nessuna risposta, o non si lascia leggere dalle pagine web
address-too-large = non letto: troppo grande
address-refused = non contattato: l’indirizzo è stato rifiutato
checked-at = Verificato il { $date }.
technical = Dettagli tecnici
technical-id = Identificativo del badge
technical-issuer = Identificativo dell’ente emittente
technical-format = File
technical-proof = Tipo di firma
technical-hash = SHA-256 del file
another = Verifica un altro badge
try-again = Riprova
check-yourself = Lo verifichi Lei

## Rifiuti

error-too-large = Questo file è troppo grande per essere un badge. Il limite è { $limit } MB.
error-unreadable-file = Questo file non si è potuto aprire. Lo scelga di nuovo.
error-link = { $reason ->
    [offline] Questo dispositivo è senza rete, quindi il link non si è potuto aprire. Scarichi il badge e scelga il file.
    [timeout] { $host } non ha risposto in tempo. Scarichi il badge dal link e scelga il file.
    [cors-or-network] { $host } non ha risposto, o non lascia leggere il badge alle pagine web. Lo scarichi dal link e scelga il file.
    [too-large] Ciò che { $host } ha inviato è troppo grande per essere un badge. Controlli il link.
    [refused] Questo indirizzo non si può aprire da qui. Usi un link che comincia con https://.
   *[other] { $status ->
        [none] Il link non si è potuto aprire. Lo controlli, o scarichi il badge e scelga il file.
       *[other] { $host } ha risposto con l’errore { $status }. Controlli il link, o chieda il file alla persona.
    }
}
error-verifier = Il verificatore non è riuscito a partire. Ricarichi la pagina. Se non basta, usi una versione attuale di Firefox, Chrome, Edge o Safari.

## L’elemento sulla pagina di qualcuno

idle-click = Verifica questo badge
idle-none = Non verificato qui
idle-waiting = Non ancora verificato
badge-says = Che cosa dice il badge
ask-issuer = Chiedi a { $host } se è stato ritirato
ask-issuer-hint = { $host } può allora vedere che qualcuno guarda uno dei suoi badge.
ask-relay = Chiedi di nuovo tramite { $host }
ask-relay-hint = { $host } viene a sapere quale chiave o quale elenco leggere, e nulla del badge.
badge-unread = { $reason ->
    [offline] Questo dispositivo è senza rete, quindi il badge non si è potuto leggere.
    [timeout] { $host } non ha risposto in tempo, quindi il badge non si è potuto leggere.
    [cors-or-network] { $host } non ha risposto, o non lascia leggere il badge alle pagine web.
    [too-large] Questo file è troppo grande per essere un badge.
    [refused] L’indirizzo di questo badge è stato rifiutato.
    [unreadable] Questo file non si è potuto aprire.
   *[other] { $status ->
        [none] Il badge non si è potuto leggere.
       *[other] { $host } ha risposto con l’errore { $status } al posto del badge.
    }
}
address-given = dato da questa pagina
address-relayed = letto dal tramite di questa pagina

## Più badge sulla pagina di qualcuno

list-label = Badge
list-total = { $count ->
    [one] Un badge.
   *[other] { $count } badge.
}
list-genuine = { $count ->
    [one] Uno è autentico e ancora valido.
   *[other] { $count } sono autentici e ancora validi.
}
list-caution = { $count ->
    [one] Uno è autentico, ma legga prima che cosa dice.
   *[other] { $count } sono autentici, ma legga prima che cosa dicono.
}
list-invalid = { $count ->
    [one] Uno non è valido.
   *[other] { $count } non sono validi.
}
list-unchecked = { $count ->
    [one] Per uno non abbiamo potuto finire la verifica.
   *[other] Per { $count } non abbiamo potuto finire la verifica.
}
list-none = { $count ->
    [one] Un file non contiene alcun badge.
   *[other] { $count } file non contengono alcun badge.
}
list-waiting = { $count ->
    [one] Uno non è ancora verificato.
   *[other] { $count } non sono ancora verificati.
}
list-check = Verifica questi badge

## Più file, il link di un’altra persona o un codice

drop-hint-several = Lasci qui il file: PNG, SVG, JSON o JWT. Vanno bene anche più file o un’intera cartella.
choose-folder = Scegli un’intera cartella
scan = Inquadra un codice QR
close = Chiudi
scan-title = Tenga il codice QR davanti alla fotocamera
scan-hint = L’immagine resta su questo dispositivo.
scan-picture = Che cosa vede la fotocamera
offer-title = Un link vuole aprire un badge
offer-explained = Per verificarlo, il Suo browser deve chiedere il badge a { $host }. { $host } può allora vedere che qualcuno al Suo indirizzo internet lo guarda. Non è ancora stato chiesto nulla.
offer-open = Chiedi a { $host } e verifica
offer-decline = Non aprirlo

error-camera = Non c’è una fotocamera che questa pagina possa usare. La consenta nelle impostazioni del browser, o incolli invece il link.
error-too-many-files = Sono più di { $limit } file. Li dia in parti più piccole.
error-copy = Il browser non ha permesso di copiare. Copi invece il link del badge stesso.

## Una persona

person-label = Il suo indirizzo e-mail o il suo nome
person-hint = Può saltare questo punto. Ciò che scrive resta su questo dispositivo.
person-compare = Confronta
person-empty = Scriva l’indirizzo o il nome che Le hanno dato.
person-matched-as-typed = Corrisponde esattamente a come lo ha scritto.
person-print = Nominalo nel risultato stampato e salvato

## L’immagine

picture-compare = Confronta con l’immagine dell’ente emittente
picture-compare-hint = Questo chiede l’immagine a { $host }. { $host } può allora vedere che qualcuno guarda questo badge.
picture-show = Mostra l’immagine dell’ente emittente
picture-at-issuer = Questa immagine si trova ora presso { $host }. La firma non la copre: confronti Lei le due.
picture-of-issuer = L’immagine che { $host } mostra per questo badge
picture-not-read = L’immagine presso { $host } non si è potuta leggere.

## Un giorno senza rete

kept-key-fits = Secondo la chiave che questa pagina ha letto il { $date }, la firma è giusta. Se quella chiave conti ancora non è stato verificato.
kept-key-differs = Secondo la chiave che questa pagina ha letto il { $date }, il contenuto è stato cambiato dopo la firma. Se quella chiave conti ancora non è stato verificato.

## Che cosa è stato chiesto a un indirizzo

address-line = { $what }: { $outcome }
address-for-badge = Il badge
address-for-key = La chiave dell’ente emittente
address-for-status = L’elenco dei badge ritirati
address-for-hosted = Ciò che l’ente emittente pubblica sul badge
address-for-refresh = Una versione più nuova del badge
address-for-image = L’immagine
address-for-register = Un registro di enti emittenti che questa pagina usa

## Conservare un risultato

print = Stampa questo risultato
save = Salva come testo
copy-link = Copia un link a questa pagina
copied = Il link è stato copiato.
record-line = { $label }: { $value }
record-result = Risultato
record-time = Verificato il
record-file = File
record-verifier = Verificato con
record-compared = Confrontato con: { $name }
record-at-that-time = Questa era la risposta nel momento indicato. Verifichi di nuovo il badge per la risposta di oggi.

## Più file

batch-checking = Verifica di { $total } file: { $done } fatti
batch-checked = { $total } file verificati
batch-stopped = Fermato: { $done } file verificati su { $total }
batch-file = File
batch-result = Risultato
batch-details = Dettagli
batch-show = Mostra
batch-show-file = Mostra { $file }
batch-waiting = Non verificato
batch-save = Salva come tabella (CSV)
batch-back = Torna all’elenco
stop = Ferma
batch-count-genuine = Autentici e ancora validi: { $count }
batch-count-caution = Autentici, ma legga prima questo: { $count }
batch-count-invalid = Non validi: { $count }
batch-count-unchecked = Verifica non finita: { $count }
batch-count-none = Nessun badge nel file: { $count }
csv-file = File
csv-result = Risultato
csv-why = Perché
csv-badge = Badge
csv-issuer = Ente emittente nominato nel badge
csv-domain = Dominio provato dalla chiave
csv-given = Dato il
csv-id = Identificativo del badge
csv-hash = SHA-256 del file
csv-time = Verificato il (ora universale)
csv-state = Stato
