# LTI : les mots de la connexion et du lancement. Chaque erreur dit ce qui s’est passé et que faire.

lti-window-title = Ouvrez votre badge dans une nouvelle fenêtre
lti-window-why = Votre navigateur ne garde pas de cookie pour Blason dans cette page : nous ne pouvons donc pas être sûrs que c’est bien vous qui l’avez ouverte.
lti-window-open = Ouvrir dans une nouvelle fenêtre
lti-window-else = Si la nouvelle fenêtre ne s’ouvre pas, retournez dans votre cours, ouvrez de nouveau l’activité et autorisez ce site à garder des cookies.

lti-opening-title = Votre badge s’ouvre
lti-opening-why = Un instant : nous vérifions avec votre cours que c’est bien vous.
lti-connection-lost = Blason est injoignable pour l’instant. Rien n’est perdu : vérifiez votre connexion et réessayez. Si cela continue, retournez dans votre cours et ouvrez de nouveau l’activité.

lti-pending-title = En attente d’approbation
lti-pending-why = Votre plateforme est connue ici, mais pas encore cet endroit de la plateforme. Rien n’est perdu : ouvrez de nouveau l’activité une fois l’approbation donnée.
lti-pending-who = C’est l’administrateur de Blason qui approuve : dans l’administration, sous Plateformes, il ajoute à la vôtre le déploiement ci-dessous.
lti-pending-deployment = Déploiement

lti-platform-refused = Votre plateforme n’a pas laissé passer ce lancement. Retournez dans votre cours et ouvrez de nouveau l’activité. Si cela se reproduit, montrez cette page à l’administrateur de la plateforme.
lti-platform-reason = Ce que dit la plateforme

error-login-parameter-missing = Votre plateforme a commencé la connexion sans une partie nécessaire. Ouvrez l’activité depuis votre cours. Si cela se produit là aussi, l’administrateur de la plateforme doit vérifier l’adresse de connexion de cet outil.
error-login-parameter-repeated = Votre plateforme a commencé la connexion avec deux fois la même partie. L’administrateur de la plateforme doit vérifier l’adresse de connexion de cet outil.
error-login-parameter-too-long = Votre plateforme a commencé la connexion avec une partie trop longue. L’administrateur de la plateforme peut vous aider.
error-registration-unknown = Cette plateforme n’est pas reliée à Blason. L’administrateur de Blason doit l’ajouter sous Plateformes, avec l’émetteur et l’identifiant client exactement comme la plateforme les écrit.
error-registration-ambiguous = Il existe plusieurs liaisons pour cette plateforme, et elle n’a pas dit laquelle elle veut. L’administrateur doit utiliser l’adresse de connexion de la bonne liaison, qui se termine par son identifiant.
error-target-link-foreign = L’activité mène à une adresse qui ne fait pas partie de Blason. L’enseignant ou l’administrateur doit corriger l’adresse de l’activité.

error-launch-field-missing = Le lancement nous est parvenu sans son jeton ou sans son état. Retournez dans votre cours et ouvrez de nouveau l’activité.
error-launch-field-repeated = Le lancement nous est parvenu avec deux fois la même partie. L’administrateur de la plateforme peut vous aider.
error-launch-field-too-long = Le lancement est plus grand que ce que nous lisons. L’administrateur peut retirer des paramètres personnalisés de l’activité.
error-token-malformed = Le jeton de la plateforme est illisible. L’administrateur doit vérifier que l’outil est configuré en LTI 1.3.
error-token-header-forbidden = Le jeton de la plateforme demande à être vérifié d’une façon que nous n’acceptons pas. L’administrateur de la plateforme peut vous aider.
error-algorithm-forbidden = Le jeton de la plateforme n’est pas signé comme convenu (RS256). L’administrateur doit vérifier les réglages de signature de la plateforme.
error-key-id-missing = Le jeton de la plateforme ne dit pas avec quelle clé il est signé. L’administrateur doit mettre la plateforme à jour.
error-state-unknown = Nous n’avons pas demandé ce lancement, ou il y a trop longtemps. Retournez dans votre cours et ouvrez de nouveau l’activité.
error-state-consumed = Ce lancement a déjà servi. Retournez dans votre cours et ouvrez de nouveau l’activité.
error-state-expired = Ce lancement a pris trop de temps. Retournez dans votre cours et ouvrez de nouveau l’activité.
error-browser-cookie-missing = Votre navigateur n’a pas renvoyé notre cookie. Retournez dans votre cours, ouvrez l’activité dans une nouvelle fenêtre et autorisez ce site à garder des cookies.
error-browser-mismatch = Ce lancement a commencé dans un autre navigateur ou une autre fenêtre. Retournez dans votre cours avec ce navigateur et ouvrez de nouveau l’activité.
error-keys-unreachable = Nous n’avons pas pu lire les clés de la plateforme à l’instant, donc pas vérifier qui vous êtes. Réessayez dans une minute. Si cela continue, l’administrateur doit vérifier l’adresse du jeu de clés de la plateforme.
error-keys-malformed = L’adresse du jeu de clés de la plateforme répond autre chose. L’administrateur doit corriger cette adresse sous Plateformes.
error-key-unknown = La plateforme a signé avec une clé absente de son jeu de clés. Réessayez dans une minute. Si cela continue, l’administrateur doit vérifier l’adresse du jeu de clés de la plateforme.
error-key-unsuitable = La plateforme a signé avec une clé qui ne sert pas à cela. L’administrateur de la plateforme peut vous aider.
error-signature-invalid = La signature de ce lancement ne correspond pas à la clé de la plateforme. Retournez dans votre cours et ouvrez de nouveau l’activité. Si cela se reproduit, prévenez l’administrateur.
error-launch-from-elsewhere = Ce lancement n’a pas été envoyé par notre propre page. Retournez dans votre cours et ouvrez de nouveau l’activité.
error-claim-missing = Il manque au jeton de la plateforme une partie que LTI exige. L’administrateur de la plateforme peut vous aider.
error-claim-malformed = Une partie du jeton de la plateforme est illisible. L’administrateur de la plateforme peut vous aider.
error-issuer-mismatch = Le lancement vient d’une autre plateforme que celle qui a été interrogée. L’administrateur doit comparer l’émetteur indiqué sous Plateformes avec celui que montre la plateforme.
error-audience-mismatch = Le lancement est destiné à un autre outil. L’administrateur doit comparer l’identifiant client indiqué sous Plateformes avec celui que montre la plateforme.
error-authorized-party-mismatch = Le lancement est destiné à un autre outil. L’administrateur doit comparer l’identifiant client indiqué sous Plateformes avec celui que montre la plateforme.
error-token-expired = Ce lancement est trop ancien. Retournez dans votre cours et ouvrez de nouveau l’activité. Si cela arrive à chaque fois, l’horloge de la plateforme retarde et son administrateur doit la régler.
error-token-issued-in-future = L’horloge de la plateforme avance sur la nôtre. L’administrateur de la plateforme doit la régler.
error-token-issued-too-long-ago = Ce lancement est trop ancien. Retournez dans votre cours et ouvrez de nouveau l’activité.
error-token-not-yet-valid = L’horloge de la plateforme avance sur la nôtre. L’administrateur de la plateforme doit la régler.
error-nonce-mismatch = Ce lancement appartient à une autre connexion. Retournez dans votre cours et ouvrez de nouveau l’activité.
error-version-unsupported = La plateforme a envoyé un lancement qui n’est pas en LTI 1.3. L’administrateur doit configurer l’outil en LTI 1.3.
error-message-type-unsupported = Blason n’accepte pas ce genre de lancement. L’enseignant peut ajouter l’activité comme un lien.
error-identifier-too-long = La plateforme a envoyé un identifiant plus long que ce que LTI permet. L’administrateur de la plateforme peut vous aider.
error-deployment-blocked = Les lancements depuis cet endroit de votre plateforme sont bloqués. L’administrateur de Blason peut dire pourquoi.
error-choosing-not-allowed = Les badges ne peuvent pas encore être choisis depuis votre plateforme. L’administrateur de Blason peut le permettre : dans l’administration, sous Plateformes.
error-choosing-not-yours = Les badges sont choisis par les personnes qui enseignent ou construisent le cours. D’après votre plateforme, vous n’en faites pas partie.
error-choosing-without-course = Votre plateforme n’a pas dit pour quel cours. Ouvrez ce choix depuis un cours.
error-links-not-taken = Votre plateforme ne prend pas de lien vers un outil à cet endroit. Ajoutez le badge comme une activité du cours.
error-one-item-only = Votre plateforme prend un seul élément à la fois à cet endroit.
error-return-address-foreign = Votre plateforme demande la réponse à une adresse qui n’est pas la sienne : elle n’a pas été envoyée. L’administrateur de la plateforme peut vous aider.

## Services des plateformes

error-token-unreachable = La plateforme n’a pas répondu à son adresse des jetons. L’administrateur doit vérifier cette adresse sous Plateformes, et que la plateforme fonctionne.
error-token-refused = La plateforme n’a pas ouvert ses services. Son administrateur doit vérifier que l’outil est actif et qu’elle peut lire nos clés publiques.
error-token-answer-malformed = L’adresse des jetons de la plateforme répond autre chose. L’administrateur doit corriger cette adresse sous Plateformes.
error-scope-missing = La plateforme ne permet pas cela à Blason. Dans les réglages de l’outil, son administrateur doit autoriser la liste des participants et les services de notes.
error-token-not-signed = Blason n’a pas pu signer sa demande. L’administrateur de Blason en trouve la raison dans le journal.
error-service-address-foreign = La plateforme indique pour ce service une adresse qui n’est pas la sienne, donc rien n’y a été envoyé. L’administrateur de la plateforme peut aider.
error-service-unreachable = La plateforme n’a pas répondu. L’administrateur doit vérifier qu’elle fonctionne et que ce serveur peut la joindre.
error-service-refused = La plateforme a refusé. C’est le cas, par exemple, pour une personne sans place dans le carnet de notes, ou pour une colonne supprimée.
error-service-malformed = La plateforme a répondu quelque chose d’illisible. L’administrateur de la plateforme peut aider.
error-service-list-too-long = La liste de la plateforme est plus longue que ce que Blason lit.

## Inscription par la plateforme elle-même, montrée dans la plateforme

tool-name = Badge ouvert
tool-description = Donne aux personnes inscrites un badge pour ce qu’elles ont fait dans un cours. Chacun peut le vérifier.
register-title = Relier { $host } à Blason
register-lead = { $organisation } délivre des badges ici. Votre plateforme souhaite ouvrir cet outil. Lisez ce que Blason demandera, puis acceptez.
register-who = Qui demande
register-product = Logiciel
register-unexpected = L’invitation ne nommait aucune plateforme. Vérifiez que cette adresse est la vôtre : rien ne s’ouvre depuis cette plateforme avant que l’administration de Blason l’approuve.
register-known = Cette plateforme est déjà reliée. Ses activités, ses badges et ce que peut faire qui y enseigne restent tels quels.
register-asks = Ce que Blason demandera
register-ask-launch = Être ouvert depuis les cours
register-ask-launch-why = Les personnes inscrites ouvrent une activité et reçoivent son badge. Les personnes qui enseignent choisissent le badge d’une activité.
register-ask-grades = Ses propres colonnes du carnet de notes
register-ask-grades-why = Pour qu’une note qui s’y trouve puisse donner le badge. Blason ne voit aucune autre note de vos cours.
register-ask-roster = Les membres d’un cours
register-ask-roster-why = Pour montrer, avant tout envoi, combien de personnes recevraient un badge. Les listes sont lues au besoin et ne sont pas conservées.
register-ask-history = De quel cours un cours a été copié
register-ask-history-why = Pour qu’un cours copié ne délivre aucun badge avant que la personne qui enseigne le dise.
register-ask-nobody = Ni noms, ni adresses électroniques
register-ask-nobody-why = Les badges s’en passent. C’est le choix de l’administration de Blason.
register-ask-name = Les noms
register-ask-name-why = Un badge porte le nom de la personne si elle le souhaite. Les adresses électroniques ne sont pas demandées.
register-ask-email = Les noms et les adresses électroniques
register-ask-email-why = Un badge porte le nom de la personne si elle le souhaite, et son adresse sous forme d’empreinte, pour qu’elle puisse prouver que le badge est le sien.
register-lacks = Ce que votre plateforme n’offre pas
register-lack-roster = Les membres d’un cours : on ne verra pas d’avance qui recevrait un badge, et il faudra ouvrir l’activité pour le recevoir.
register-lack-results = Les notes d’une colonne : une note ne peut pas donner de badge.
register-next = Et ensuite
register-next-moodle-activate = Moodle montre « Badge ouvert » en attente. Cliquez sur « Activer ».
register-next-moodle-show = Sur la même page, ouvrez ses réglages (la roue dentée) et mettez « Utilisation de la configuration de l’outil » sur « Afficher dans le sélecteur d’activités et comme outil préconfiguré », pour que les personnes qui enseignent le trouvent sous « Ajouter une activité ou une ressource ».
register-next-activate = Votre plateforme vous demandera peut-être d’activer cet outil, ou de le déployer là où il peut servir.
register-next-approve = Dans l’administration de Blason, sous « Plateformes », approuvez le déploiement qui attend.
register-next-test = Ouvrez l’outil une fois depuis un cours. Ensuite, dans l’administration de Blason, « Tester la connexion » montre ce qui marche.
register-button = Relier { $host }
register-not-you = Si ce n’est pas ce que vous vouliez, fermez cette fenêtre : rien n’a été envoyé.
registered-title = { $host } est relié
registered-updated = La plateforme était déjà reliée. Ses activités, ses badges et ce que peut faire qui y enseigne n’ont pas changé.
registered-close = Fermer
registered-close-help = Votre plateforme ferme cette fenêtre d’elle-même. Sinon, utilisez le bouton, ou retournez à votre plateforme.
register-refused-title = La plateforme n’est pas reliée
register-refused-detail = Ce qui a été répondu
register-refused-again = Rien n’a été gardé ici, et l’invitation peut resservir jusqu’à sa date limite. Recommencez depuis votre plateforme.

error-invite-unknown = Cette invitation n’est pas connue ici. Demandez-en une autre à l’administration de Blason.
error-invite-used = Cette invitation a servi : une plateforme s’est inscrite avec elle. Pour recommencer, demandez-en une autre à l’administration de Blason.
error-invite-expired = Cette invitation est trop ancienne. Demandez-en une autre à l’administration de Blason.
error-registration-under-way = Quelqu’un s’inscrit avec cette invitation en ce moment. Si c’était vous, la plateforme sera reliée dans un instant ; regardez sa liste d’outils avant de recommencer.
error-platform-not-invited = Cette invitation est destinée à une autre plateforme. L’administration de Blason en a écrit l’adresse, et peut en faire une pour la vôtre.
error-registration-addresses-changed = La plateforme est reliée ici à d’autres adresses que celles qu’elle donne maintenant : rien n’a été changé. Si elle a déménagé, l’administration de Blason l’ouvre sous « Plateformes » et l’invite à s’inscrire de nouveau.
error-registration-not-from-platform = Cette adresse se colle dans votre plateforme, qui l’ouvre ensuite. Ouverte seule, elle ne fait rien. Dans Moodle : Administration du site, Plugins, Outil externe, Gérer les outils.
error-configuration-refused = Votre plateforme n’a pas donné sa description. Elle a répondu par le numéro ci-dessous.
error-configuration-malformed = La description que donne votre plateforme est illisible. Mettez-la à jour, ou reliez-la en copiant ses adresses.
error-configuration-address-foreign = La description que donne votre plateforme nomme une adresse qui n’est pas sur son propre site ; elle n’a pas été crue. La personne qui administre la plateforme peut vérifier l’adresse de son site.
error-algorithm-unsupported = Votre plateforme ne signe pas en RS256, que LTI demande.
error-registration-token-malformed = Le jeton de votre plateforme est inutilisable. Recommencez depuis votre plateforme.
error-registration-refused = Votre plateforme a refusé. Ce qu’elle a dit est ci-dessous. Le plus souvent, le jeton a servi ou il est trop ancien : recommencez depuis votre plateforme.
error-registration-answer-malformed = Votre plateforme a répondu quelque chose d’illisible. Regardez sa liste d’outils : si cet outil y est, reliez-le en copiant ses adresses.
error-platform-unreachable = Votre plateforme n’a pas répondu à ce serveur. Il doit pouvoir la joindre, en https et à une adresse publique.

## Que faire quand l’essai d’une connexion échoue, par code

error-test-keys-unreachable = Ce serveur n’a pas pu joindre l’adresse des clés de la plateforme. Vérifiez cette adresse sur la page de la plateforme ici, et que ce serveur peut la joindre en https.
error-test-keys-malformed = L’adresse des clés de la plateforme répond autre chose. Copiez-la de nouveau depuis la plateforme.
error-test-clock-ahead = L’horloge de la plateforme avance sur la nôtre. Réglez les deux sur un serveur de temps : des horloges différentes font refuser lancements et jetons.
error-test-clock-behind = L’horloge de la plateforme retarde sur la nôtre. Réglez les deux sur un serveur de temps : des horloges différentes font refuser lancements et jetons.
error-test-keys-not-read = La plateforme n’a pas pu lire nos clés. L’adresse de nos clés doit être joignable depuis le serveur de la plateforme. Dans Moodle : Administration du site, Général, Sécurité, Sécurité HTTP : « Liste des hôtes bloqués par cURL » ne doit pas contenir notre hôte, et « Liste des ports autorisés par cURL » doit contenir notre port.
error-test-token-unreachable = L’adresse des jetons n’a pas répondu à ce serveur. Vérifiez-la sur la page de la plateforme ici, et que ce serveur peut la joindre en https.
error-test-token-refused = La plateforme a refusé de donner un jeton. Vérifiez-y l’identifiant client et l’adresse de nos clés, que l’outil est actif et, pour Brightspace, l’audience des jetons ici.
error-test-token-answer-malformed = L’adresse des jetons répond quelque chose qui n’est pas un jeton. Copiez-la de nouveau depuis la plateforme.
error-test-token-not-signed = Ce serveur n’a pas pu signer sa demande. Son journal en dit plus.
error-test-scope-missing = La plateforme ne permet pas à Blason d’utiliser ce service. Permettez-le dans les réglages de l’outil, sous les services.
error-test-service-address-foreign = La plateforme donne pour ce service une adresse qui n’est pas sur son propre site : rien n’y a été envoyé.
error-test-service-unreachable = Le service n’a pas répondu à temps à ce serveur. Réessayez ; si cela dure, regardez la charge de la plateforme.
error-test-service-refused = La plateforme a refusé ce service. Permettez-le dans les réglages de l’outil, sous les services, et vérifiez que le cours existe encore.
error-test-service-malformed = Le service a répondu quelque chose d’illisible. Mettez la plateforme à jour, ou signalez-le avec le code ci-dessous.
error-test-service-list-too-long = La liste est plus longue que ce que Blason lit.

## LTI 1.1
legacy-title = LTI 1.1
legacy-lead = LTI 1.1 est l’ancienne façon de se relier. Elle prouve moins : quiconque a le secret peut ouvrir n’importe quelle activité au nom de n’importe qui, et la seule règle possible est d’avoir ouvert l’activité. Ne l’utilisez que pour une plateforme ou un cours qui ne connaît pas encore LTI 1.3, et désactivez-la ensuite.
legacy-is-on = Activé : cette plateforme peut ouvrir des activités avec LTI 1.1.
legacy-is-off = Désactivé : les activités s’ouvrent avec LTI 1.3 seulement.
legacy-launch-url = URL de lancement
legacy-deployment = Déploiement, pour placer un badge sur une activité LTI 1.1
legacy-key = Clé client (consumer key)
legacy-key-help = Un nom qu’aucune autre plateforme n’a ici. La plateforme demande le même.
legacy-secret = Secret partagé
legacy-secret-help = Au moins 12 caractères, de préférence créés par un gestionnaire de mots de passe. Il est gardé scellé et n’est plus jamais montré.
legacy-switch-on = Activer LTI 1.1
legacy-change = Utiliser désormais cette clé et ce secret
legacy-switch-off = Désactiver LTI 1.1
legacy-off-help = Ce qui a été obtenu reste. Quand la plateforme passe à LTI 1.3 et dit qui était qui, badges et activités suivent d’eux-mêmes ; le secret est gardé pour cela.
error-legacy-not-allowed = LTI 1.1 n’est pas activé pour cette plateforme. L’administrateur de Blason peut l’activer sous Plateformes ou, mieux, relier la plateforme en LTI 1.3.
error-legacy-launch-late = Ce lancement est trop ancien, ou l’horloge de la plateforme est fausse. Retournez dans votre cours et ouvrez de nouveau l’activité. Si cela arrive à chaque fois, l’administrateur de la plateforme doit régler l’horloge.
error-legacy-key-taken = Une autre plateforme a déjà cette clé client. Choisissez-en une autre.
error-legacy-secret-short = Utilisez au moins 12 caractères : quiconque devine le secret peut ouvrir des activités au nom de n’importe qui.
