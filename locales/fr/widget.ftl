### Les mots de la page de vérification et des éléments, en plus de ceux de `checks.ftl`.
### Les dates arrivent déjà rédigées. Une valeur absente est donnée par le mot `none`.

## La page

page-title = Vérifier un badge
page-lead = Quelqu’un vous a envoyé un badge ? Confiez-le à cette page. Il est vérifié ici, dans votre propre navigateur.
page-private = Rien de ce que vous déposez ici n’est envoyé nulle part.
page-private-how = Comment ?
page-private-explained = La vérification se fait sur cet appareil. Seules en sortent l’adresse de la clé de l’émetteur et, s’il en publie une, celle de sa liste de badges retirés. Chaque adresse contactée figure sous « Ce qui a été vérifié ».
page-language = Langue

## Donner un badge

drop-hint = Déposez le fichier ici : PNG, SVG, JSON ou JWT.
choose-file = Choisir un fichier
paste = Coller un lien ou un code
paste-label = Le lien vers un badge, ou son texte
paste-hint = Vous pouvez aussi faire Ctrl+V ou ⌘V n’importe où sur cette page.
paste-check = Vérifier
paste-empty = Collez d’abord le lien ou le texte d’un badge.
several-files = Un fichier à la fois, s’il vous plaît. Seul le premier a été vérifié.
nothing-given = Il n’y avait ni fichier ni texte dans ce que vous avez donné. Choisissez un fichier, ou collez un lien.
checking = Vérification…
stopped = Arrêté. Rien n’a été décidé sur ce badge.

## Le résultat

given-by-domain = { $date ->
    [none] Remis par { $issuer } ({ $domain }).
   *[other] Remis le { $date } par { $issuer } ({ $domain }).
}
given-by-domain-only = { $date ->
    [none] Remis par { $domain }.
   *[other] Remis le { $date } par { $domain }.
}
given-by-host = { $date ->
    [none] Signé par { $domain } pour { $issuer } (nom donné par le badge).
   *[other] Remis le { $date }. Signé par { $domain } pour { $issuer } (nom donné par le badge).
}
given-by-name = { $date ->
    [none] Remis par { $issuer }. Ce nom n’est que celui qu’indique le badge.
   *[other] Remis le { $date } par { $issuer }. Ce nom n’est que celui qu’indique le badge.
}
given-by-nobody = { $date ->
    [none] Le badge ne nomme pas qui l’a remis.
   *[other] Remis le { $date }. Le badge ne nomme pas qui l’a remis.
}
signature-is-right = La signature est bonne.

badge-unnamed = Badge sans nom
badge-called = Badge : { $name }
picture-of = Image du badge { $name }
claims-issuer = Émetteur nommé dans le badge
claims-recipient = Remis à
claims-criteria = Ce que cette personne a fait
claims-evidence = Preuves
claims-results = Résultats
claims-skills = Compétences
says-only = Voici ce que dit le fichier. Rien de cela n’est confirmé.

question-genuine = Est-il authentique ?
question-good = Est-il toujours valable ?
question-person = Est-il à cette personne ?
person-named = Le badge nomme { $name }. À vous de comparer ce nom avec la personne en face de vous.
person-ask = Aucune adresse et aucun nom n’ont été comparés avec le badge.

record-holds = Dans ce relevé
endorsement-of = { $what ->
    [badge] Recommandation du badge
    [achievement] Recommandation de ce qui a été accompli
    [issuer] Recommandation de l’émetteur
   *[other] Recommandation
}
inside-claims = Elle dit venir de { $issuer }. Cela n’est pas confirmé.

what-was-checked = Ce qui a été vérifié
addresses = Adresses contactées
addresses-none = Aucune adresse n’a été contactée.
address-read = lue
address-answered = a répondu par l’erreur { $status }
address-offline = non lue : cet appareil est hors ligne
address-timeout = non lue : pas de réponse à temps
address-cors-or-network = non lue : pas de réponse, ou elle ne se laisse pas lire par les pages web
address-too-large = non lue : trop volumineuse
address-refused = non contactée : l’adresse a été refusée
checked-at = Vérifié le { $date }.
technical = Détails techniques
technical-id = Identifiant du badge
technical-issuer = Identifiant de l’émetteur
technical-format = Fichier
technical-proof = Type de signature
technical-hash = SHA-256 du fichier
another = Vérifier un autre badge
try-again = Réessayer
check-yourself = Vérifiez vous-même

## Refus

error-too-large = Ce fichier est trop volumineux pour être un badge. La limite est de { $limit } Mo.
error-unreadable-file = Ce fichier n’a pas pu être ouvert. Choisissez-le à nouveau.
error-link = { $reason ->
    [offline] Cet appareil est hors ligne : le lien n’a pas pu être ouvert. Téléchargez le badge et choisissez le fichier.
    [timeout] { $host } n’a pas répondu à temps. Téléchargez le badge à partir du lien et choisissez le fichier.
    [cors-or-network] { $host } n’a pas répondu, ou ne laisse pas les pages web lire le badge. Téléchargez-le à partir du lien et choisissez le fichier.
    [too-large] Ce que { $host } a envoyé est trop volumineux pour être un badge. Vérifiez le lien.
    [refused] Cette adresse ne peut pas être ouverte d’ici. Utilisez un lien qui commence par https://.
   *[other] { $status ->
        [none] Le lien n’a pas pu être ouvert. Vérifiez-le, ou téléchargez le badge et choisissez le fichier.
       *[other] { $host } a répondu par l’erreur { $status }. Vérifiez le lien, ou demandez le fichier à la personne.
    }
}
error-verifier = Le vérificateur n’a pas pu démarrer. Rechargez la page. Si cela ne suffit pas, utilisez une version récente de Firefox, Chrome, Edge ou Safari.

## L’élément sur la page de quelqu’un

idle-click = Vérifier ce badge
idle-none = Non vérifié ici
idle-waiting = Pas encore vérifié
badge-says = Ce que dit le badge
ask-issuer = Demander à { $host } s’il a été retiré
ask-issuer-hint = { $host } peut alors voir que quelqu’un regarde un de ses badges.
ask-relay = Redemander par { $host }
ask-relay-hint = { $host } apprend quelle clé ou quelle liste lire, et rien du badge.
badge-unread = { $reason ->
    [offline] Cet appareil est hors ligne : le badge n’a pas pu être lu.
    [timeout] { $host } n’a pas répondu à temps : le badge n’a pas pu être lu.
    [cors-or-network] { $host } n’a pas répondu, ou ne laisse pas les pages web lire le badge.
    [too-large] Ce fichier est trop volumineux pour être un badge.
    [refused] L’adresse de ce badge a été refusée.
    [unreadable] Ce fichier n’a pas pu être ouvert.
   *[other] { $status ->
        [none] Le badge n’a pas pu être lu.
       *[other] { $host } a répondu par l’erreur { $status } au lieu du badge.
    }
}
address-given = donnée par cette page
address-relayed = lue par le relais de cette page

## Plusieurs badges sur la page de quelqu’un

list-label = Badges
list-total = { $count ->
    [one] Un badge.
   *[other] { $count } badges.
}
list-genuine = { $count ->
    [one] Un badge est authentique et en cours de validité.
   *[other] { $count } sont authentiques et en cours de validité.
}
list-caution = { $count ->
    [one] Un badge est authentique, mais lisez d’abord ce qui est dit de lui.
   *[other] { $count } sont authentiques, mais lisez d’abord ce qui est dit d’eux.
}
list-invalid = { $count ->
    [one] Un badge est non valable.
   *[other] { $count } sont non valables.
}
list-unchecked = { $count ->
    [one] Pour un badge, la vérification est incomplète.
   *[other] Pour { $count } badges, la vérification est incomplète.
}
list-none = { $count ->
    [one] Un fichier ne contient pas de badge.
   *[other] { $count } fichiers ne contiennent pas de badge.
}
list-waiting = { $count ->
    [one] Un badge n’est pas encore vérifié.
   *[other] { $count } ne sont pas encore vérifiés.
}
list-check = Vérifier ces badges

## Donner plusieurs fichiers, un lien de quelqu’un d’autre, ou un code

drop-hint-several = Déposez le fichier ici : PNG, SVG, JSON ou JWT. Plusieurs fichiers ou un dossier entier conviennent aussi.
choose-folder = Choisir un dossier entier
scan = Scanner un QR code
close = Fermer
scan-title = Présentez le QR code à la caméra
scan-hint = L’image reste sur cet appareil.
scan-picture = Ce que voit la caméra
offer-title = Un lien veut ouvrir un badge
offer-explained = Pour le vérifier, votre navigateur doit demander le badge à { $host }. { $host } peut alors voir que quelqu’un, à votre adresse internet, le consulte. Rien n’a encore été demandé.
offer-open = Demander à { $host } et vérifier
offer-decline = Ne pas l’ouvrir

error-camera = Cette page n’a aucune caméra à sa disposition. Autorisez-la dans les réglages du navigateur, ou collez plutôt le lien.
error-too-many-files = Il y a plus de { $limit } fichiers. Donnez-les en plusieurs fois.
error-copy = Le navigateur n’a pas permis de copier. Copiez plutôt le lien du badge lui-même.

## Une personne

person-label = Son adresse électronique ou son nom
person-hint = Vous pouvez passer cette étape. Ce que vous saisissez reste sur cet appareil.
person-compare = Comparer
person-empty = Saisissez l’adresse ou le nom que cette personne vous a donné.
person-matched-as-typed = Cela correspond exactement à ce que vous avez saisi.
person-print = L’indiquer dans le résultat imprimé ou enregistré

## L’image

picture-compare = Comparer avec l’image de l’émetteur
picture-show = Afficher l’image de l’émetteur
picture-at-issuer = Voici l’image que publie { $host } en ce moment. La signature ne la couvre pas : comparez les deux vous-même.
picture-of-issuer = L’image que { $host } publie pour ce badge
picture-not-read = L’image de { $host } n’a pas pu être lue.
picture-compare-hint = Ceci demande l’image à { $host }. { $host } peut alors voir que quelqu’un consulte ce badge.

## Un jour sans réseau

kept-key-fits = D’après la clé que cette page a lue le { $date }, la signature est bonne. Il n’a pas été vérifié si cette clé compte encore.
kept-key-differs = D’après la clé que cette page a lue le { $date }, le contenu a été changé après la signature. Il n’a pas été vérifié si cette clé compte encore.

## Ce qui a été demandé à une adresse

address-line = { $what } : { $outcome }
address-for-badge = Le badge
address-for-key = La clé de l’émetteur
address-for-status = La liste des badges retirés
address-for-hosted = Ce que l’émetteur publie au sujet du badge
address-for-refresh = Une version plus récente du badge
address-for-image = L’image
address-for-register = Un registre d’émetteurs qu’utilise cette page

## Garder un résultat

print = Imprimer ce résultat
save = Enregistrer en texte
copy-link = Copier un lien vers cette page
copied = Le lien a été copié.
record-line = { $label } : { $value }
record-result = Résultat
record-time = Vérifié le
record-file = Fichier
record-verifier = Vérifié par
record-compared = Comparé avec : { $name }
record-at-that-time = Telle était la réponse au moment indiqué. Pour celle d’aujourd’hui, vérifiez le badge à nouveau.

## Plusieurs fichiers

batch-checking = Vérification de { $total } fichiers : { $done } terminés
batch-checked = { $total } fichiers vérifiés
batch-stopped = Arrêté : { $done } fichiers vérifiés sur { $total }
batch-file = Fichier
batch-result = Résultat
batch-details = Détails
batch-show = Afficher
batch-show-file = Afficher { $file }
batch-waiting = Non vérifié
batch-save = Enregistrer en tableau (CSV)
batch-back = Revenir à la liste
stop = Arrêter
batch-count-genuine = Authentiques et en cours de validité : { $count }
batch-count-caution = Authentiques, mais à lire : { $count }
batch-count-invalid = Non valables : { $count }
batch-count-unchecked = Vérifications incomplètes : { $count }
batch-count-none = Fichiers sans badge : { $count }
csv-file = Fichier
csv-result = Résultat
csv-why = Pourquoi
csv-badge = Badge
csv-issuer = Émetteur nommé dans le badge
csv-domain = Domaine que prouve la clé
csv-given = Remis le
csv-id = Identifiant du badge
csv-hash = SHA-256 du fichier
csv-time = Vérifié à (temps universel)
csv-state = État
