# Les pages du serveur. Mêmes messages que dans le catalogue anglais.

## Toutes les pages

skip-to-content = Aller au contenu
language-switch = Langue
failure-title = Cela n’a pas marché
failure-unnamed = Quelque chose n’a pas marché. Reprenez depuis le début, s’il vous plaît.
failure-code = Pour la personne qui vous aide :
day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }

## La première page, l’émetteur, un badge

landing-title = Les badges de { $name }
landing-lead = Chacun peut vérifier les badges délivrés ici, dans son propre navigateur et sans compte.
landing-verify = Vérifier un badge
landing-verify-help = Déposez le fichier que l’on vous a envoyé. Il ne quitte pas votre ordinateur.
landing-issuer = Qui délivre ces badges
landing-issuer-help = L’organisation et les clés avec lesquelles elle signe.
landing-admin = Administration
landing-admin-help = S’ouvre avec le lien à usage unique que le serveur affiche à son démarrage.
issuer-kicker = Une organisation qui délivre des badges
issuer-site = Site web
issuer-identifier = Identifiant sur les badges
issuer-keys = Clés de signature
issuer-help = Le nom est celui que l’organisation se donne. Ce que prouve une signature, c’est l’adresse de ce site.
badge-kicker = Un badge
badge-given-by = Délivré par
badge-criteria = Ce que sait faire la personne qui l’a reçu
badge-page-help = Cette page décrit le badge. Elle ne montre pas que quelqu’un l’a reçu : pour cela, vérifiez le fichier qui lui a été remis.
badge-older = Voici le badge tel qu’il était auparavant. Les badges remis alors le disent toujours ; les plus récents disent autre chose.
badge-newest = Le badge tel qu’il est aujourd’hui

## Le badge d’une personne, partagé

shared-kicker = Un badge, partagé par la personne qui l’a reçu
shared-picture-alt = Image du badge « { $name } », avec le badge à l’intérieur
shared-check-help = Ne croyez pas cette page sur parole : téléchargez le badge et vérifiez-le où vous voulez.
shared-download = Télécharger le badge
not-shared-title = Rien n’est partagé ici
not-shared-sentence = Ce badge n’est plus partagé, ou n’a jamais existé. Le badge lui-même est peut-être tout à fait valable : demandez le fichier à la personne qui l’a reçu.

## La page de vérification, quand elle manque

verify-missing-title = La page de vérification n’est pas construite
verify-missing-sentence = Ce serveur a été construit sans sa page de vérification. Construisez tout et redémarrez avec :

## La page de la personne qui apprend

claim-earned-kicker = C’est réussi
claim-recognises = { $issuer } reconnaît que vous savez :
claim-recognises-others = { $issuer } reconnaît que les personnes qui l’ont reçu savent :
claim-name-legend = Nom sur le badge
claim-name-none = Pas de nom
claim-name-absent = Votre cours ne nous a pas donné votre nom : le badge n’en portera pas.
claim-proof-legend = Pour prouver qu’il est à vous
claim-proof-email = L’adresse du cours, { $email }
claim-proof-none = Rien
claim-proof-help = Elle entre dans le badge sous forme d’empreinte, pas en clair. Une personne qui connaît votre adresse pourra vérifier que le badge est à vous.
claim-proof-absent = Votre cours ne nous a pas donné votre adresse : rien n’y rattachera le badge.
claim-names-nobody = Ce badge ne nommera personne : quiconque a le fichier peut le montrer.
claim-button = Recevoir mon badge
claim-preview = Vous enseignez ici : ceci est un aperçu. Les personnes inscrites qui ouvrent cette activité peuvent recevoir ce badge ; vous n’obtenez rien en regardant.
claim-anonymous = Votre cours ne nous a pas dit qui vous êtes : le badge ne peut pas être délivré. Demandez à la personne qui enseigne d’autoriser cet outil à connaître ses élèves.
claim-not-a-learner = Ce badge est destiné aux élèves de ce cours, et d’après votre cours vous n’en faites pas partie.
claimed-kicker = Ce badge est à vous
claimed-given = Délivré par { $issuer } le { $on }.
claimed-download = Télécharger mon badge (PNG)
claimed-other-formats = Autres formats :
claimed-no-screenshot = Une capture d’écran n’est pas un badge : la preuve est dans le fichier. C’est le fichier qu’il faut garder et envoyer.
claimed-check = Le vérifier comme le ferait un employeur
sharing-title = Qui peut le voir
sharing-private = Seulement les personnes à qui vous donnez le fichier.
sharing-public = Toutes les personnes qui ont cette adresse :
sharing-start = Créer aussi une page publique
sharing-stop = Ne plus partager la page
no-badge-title = Pas encore de badge ici
no-badge-learner = Aucun badge n’a encore été choisi pour cette activité. Rien de ce que vous avez fait n’est perdu : revenez plus tard.
no-badge-staff = Aucun badge n’est placé sur cette activité. Donnez ces deux valeurs à la personne qui administre Blason : elle en placera un.

## Choisir un badge, dans le LMS

choose-title = Quel badge ?
choose-lead = Celui que vous choisissez sera posé sur une nouvelle activité de votre cours. Vous y direz ce qu’il faut avoir accompli.
choose-none = Il n’y a pas encore de badge ici.
choose-ask = Demandez à l’administration de Blason d’en concevoir un, ou de laisser les personnes qui enseignent créer les leurs.
choose-use = Utiliser ce badge
choose-back = Retour aux badges
choose-as-seen = Tel que le lira une personne qui le vérifie
choose-answer-title = Retour à votre cours
choose-answer-lead = Le badge « { $name } » est choisi.
choose-answer-button = Continuer
choose-reminder = Indiquez plus bas, dans « Restreindre l’accès », ce qu’il faut avoir accompli pour ouvrir cette activité. Puis ouvrez-la : vous y verrez qui recevrait le badge, et vous l’activerez là.

## La page des personnes qui enseignent : regarder, activer, suivre

manage-kicker = Pour les personnes qui enseignent dans ce cours
manage-preview = Voir comme les apprenants
manage-nothing-sent = Rien n’a encore été envoyé. Ce badge est désactivé : regardez d’abord qui le recevrait, puis activez-le.
manage-is-off = Ce badge est désactivé : personne ne le reçoit en ce moment. Les badges remis restent.
manage-is-on = { $mode ->
    [automatic] Ce badge est activé depuis le { $since }. Il est délivré automatiquement.
   *[other] Ce badge est activé depuis le { $since }. Les apprenants le retirent en ouvrant cette activité.
}
manage-copy-title = Ceci est une copie. Activer ?
manage-copy = Cette activité a été copiée ou restaurée depuis un autre cours : son badge est donc désactivé ici. Regardez qui le recevrait, puis activez-le ou laissez-le ainsi. Les badges remis dans l’autre cours restent.
manage-today = Qui remplit la condition aujourd’hui
manage-condition = Ce qu’il faut avoir accompli :
manage-count = { $met ->
    [0] Personne, sur { $total } apprenants, ne remplit la condition aujourd’hui.
    [one] 1 apprenant sur { $total } remplit la condition aujourd’hui.
   *[other] { $met } apprenants sur { $total } remplissent la condition aujourd’hui.
}
manage-nobody = Soit l’activité est cachée, soit personne ne remplit encore la condition.
manage-everyone = Tout le cours ({ $total }) le recevrait. Ajoutez une condition, ou choisissez que les apprenants le retirent eux-mêmes.
manage-show-people = Voir de qui il s’agit
manage-names-not-kept = La liste vient de votre cours au moment où vous regardez. Blason ne garde pas les noms.
manage-held = À vous de décider
manage-held-lead = Ces personnes remplissent la condition, et votre cours ne les connaît pas seulement comme apprenants. Elles ne reçoivent rien sans votre accord.
manage-held-yes = Le délivrer
manage-held-no = Ne pas le délivrer
manage-decided = { $answer ->
    [yes] Décidé le { $on } : le délivrer.
   *[other] Décidé le { $on } : ne pas le délivrer.
}
manage-no-longer = { $count ->
    [one] Une personne ne remplit plus la condition
   *[other] { $count } personnes ne remplissent plus la condition
}
manage-no-longer-lead = Leurs badges restent : rien n’est jamais repris automatiquement.
manage-asked = Ce qu’il demande, et ce qui se passe ensuite
manage-legend-rules = Que faut-il avoir accompli ?
manage-rule-opening = Ouvrir cette activité
manage-rule-opening-help = Dans votre cours, limitez l’accès à l’activité (« Restreindre l’accès » dans Moodle) à qui a accompli ce que vous demandez. Personne ne peut être compté avant de l’ouvrir.
manage-rule-gated-roster = Avoir le droit d’ouvrir cette activité
manage-rule-gated-roster-help = Limitez-en l’accès de la même façon. Blason demande à votre cours qui peut l’ouvrir : les apprenants sont comptés et n’ont pas à venir ici. Moodle répond ; certaines plateformes non.
manage-rule-grade = Avoir au moins { $minimum } % dans la colonne de cette activité, au carnet de notes
manage-rule-grade-choice = Avoir une note dans la colonne de cette activité, au carnet de notes
manage-rule-grade-help = Vous la saisissez, ou le carnet de notes la calcule à partir d’autres notes.
manage-rule-percent = Note minimale, en pourcentage
manage-rule-course-completion = Achever le cours, selon votre plateforme
manage-rule-event = Achever le cours, dès que votre plateforme l’annonce
manage-rule-choice = Être choisi par une personne qui enseigne
manage-rule-claim-code = Donner le code remis par une personne qui enseigne
manage-combine = Si vous en choisissez plusieurs
manage-combine-all = Tout ceci
manage-combine-any = Une seule suffit
manage-self-tick = Les apprenants peuvent-ils cocher eux-mêmes (« marquer comme terminé ») ? Ils pourraient alors se donner le badge. Blason ne le voit pas d’ici : regardez comment votre cours marque cela comme terminé.
manage-legend-mode = Que se passe-t-il ensuite ?
manage-mode-claim = Les apprenants le retirent en ouvrant cette activité
manage-mode-claim-help = Ils choisissent d’y mettre leur nom ou non. Rien n’est envoyé à personne.
manage-mode-automatic = Le délivrer automatiquement
manage-mode-automatic-help = Qui remplit la condition reçoit le badge, sans son nom dedans, et le trouve en ouvrant cette activité. Ce qui est délivré n’est pas rappelé.
manage-send-score = L’inscrire aussi au carnet de notes
manage-send-score-help = Cela ajoute une note à l’activité. À laisser ainsi, sauf si une autre activité en dépend.
manage-change-turns-off = Modifier ce qu’il demande, ou ce qui se passe ensuite, désactive le badge jusqu’à ce que vous ayez regardé de nouveau.
manage-continue = Continuer pour l’activer
manage-save = Enregistrer et recompter
manage-turn-off = Le désactiver
manage-try = L’essayer sur moi
manage-try-lead = Le badge tel que le reçoit un apprenant, avec TEST dessus. Il est signé par une clé d’essai : toute page qui vérifie des badges le refuse.
manage-try-button = Télécharger un badge d’essai
manage-confirm = L’activer ?
manage-confirm-claim = Rien n’est envoyé. Désormais, les apprenants qui remplissent la condition retirent le badge en ouvrant cette activité.
manage-confirm-claim-button = L’activer
manage-confirm-automatic = { $met ->
    [0] Le badge est délivré à mesure que la condition est remplie. Chaque personne le trouve en ouvrant cette activité. Ce qui est délivré reste, même si vous désactivez le badge plus tard.
    [one] Une personne reçoit le badge maintenant, puis les suivantes à mesure qu’elles remplissent la condition. Chacune le trouve en ouvrant cette activité. Ce qui est délivré reste, même si vous désactivez le badge plus tard.
   *[other] { $met } personnes reçoivent le badge maintenant, puis les suivantes à mesure qu’elles remplissent la condition. Chacune le trouve en ouvrant cette activité. Ce qui est délivré reste, même si vous désactivez le badge plus tard.
}
manage-confirm-automatic-button = { $met ->
    [0] Délivrer à mesure que la condition est remplie
    [one] Délivrer à cette personne, puis aux suivantes
   *[other] Délivrer à ces { $met } personnes, puis aux suivantes
}
manage-worth = Ce cours donne déjà { $count } autres badges. Chacun a-t-il une valeur à lui seul ?
manage-worth-yes = Oui, celui-ci aussi.
manage-back = Retour
manage-follow-up = Ce qu’il est devenu
manage-qualified = remplissent la condition
manage-issued = ont reçu le badge
manage-claimed = l’ont retiré
manage-undelivered = non transmis
manage-to-decide = à décider par vous
manage-column-person = Personne
manage-column-qualified = Condition remplie
manage-column-issued = Reçu
manage-column-claimed = Retiré
manage-column-remark = Remarque
manage-not-delivered = Pas encore transmis : { $reason }
manage-outdated = A une version antérieure.
manage-csv = Télécharger cette liste pour un tableur (CSV)
manage-renew = { $count ->
    [one] Le badge a changé depuis. Une personne a une version antérieure.
   *[other] Le badge a changé depuis. { $count } personnes ont une version antérieure.
}
manage-renew-button = Leur délivrer la nouvelle version, comme le même badge

## Administration : toutes les pages

admin-title = Administration
admin-leave = Quitter
form-save = Enregistrer
form-problems = À revoir
enter-title = Ouvrir l’administration
enter-lead = Ce lien ne sert qu’une fois. Votre session reste ouverte douze heures dans ce navigateur.
enter-button = Entrer

## Administration : vue d’ensemble et organisation

overview-title = Vue d’ensemble
overview-claimed = { $count ->
    [0] Aucun badge n’a encore été délivré.
    [one] Un badge a été délivré.
   *[other] { $count } badges ont été délivrés.
}
overview-organisation = Dire qui délivre les badges
overview-organisation-help = Le nom et le site web de votre organisation.
overview-registrations = Relier votre LMS
overview-registrations-count = { $count ->
    [0] Aucun n’est encore relié.
    [one] Un est relié.
   *[other] { $count } sont reliés.
}
overview-badges = Concevoir un badge
overview-badges-count = { $count ->
    [0] Il n’y en a pas encore.
    [one] Il y en a un.
   *[other] Il y en a { $count }.
}
overview-placements = Le placer sur une activité
overview-placements-count = { $count ->
    [0] Aucune activité ne donne encore de badge.
    [one] Une activité donne un badge.
   *[other] { $count } activités donnent un badge.
}
organisation-title = Organisation
organisation-name = Nom
organisation-name-help = Les badges le montrent comme celui de l’émetteur. Les badges déjà délivrés gardent l’ancien nom.
organisation-url = Site web
organisation-identifier-help = L’identifiant vient de l’adresse de ce serveur et figure dans chaque badge. Il ne peut pas changer.

## Administration : plateformes

registrations-title = Plateformes
registrations-lead = Une plateforme est un Moodle, un Open edX, un Canvas ou un autre LMS qui peut ouvrir cet outil.
registration-new = Relier une plateforme
registration-ours = 1. Donner ces adresses à la plateforme
registration-ours-help = Dans la plateforme, ajoutez un outil externe de version LTI 1.3 et collez :
registration-login-url = Adresse de connexion (URL d’initiation de connexion)
registration-launch-url = Adresse de lancement (URI de redirection, et URL de l’outil)
registration-keyset-url = Clés publiques (URL du jeu de clés)
registration-theirs = 2. Copier ceci depuis la plateforme
registration-name = Comment vous l’appelez
registration-name-help = Seules les personnes qui administrent le voient.
registration-issuer = Émetteur (issuer)
registration-issuer-help = Aussi appelé identifiant de la plateforme. Dans Moodle, c’est l’adresse du site. Copiez-le exactement, avec ou sans barre oblique finale.
registration-client-id = Identifiant client (client ID)
registration-client-id-help = Le nom que la plateforme donne à cet outil.
registration-auth-url = Adresse d’authentification
registration-auth-url-help = Aussi appelée URL de requête d’authentification. Dans Moodle, elle finit par /mod/lti/auth.php.
registration-token-url = Adresse des jetons
registration-token-url-help = Aussi appelée URL de jeton d’accès. Dans Moodle, elle finit par /mod/lti/token.php.
registration-token-audience = Destinataire des jetons (si la plateforme en indique un)
registration-token-audience-help = À laisser vide pour Moodle, Open edX et Canvas. Brightspace en donne un à côté de son adresse des jetons : copiez-le exactement.
registration-jwks-url = Clés publiques de la plateforme
registration-jwks-url-help = Aussi appelée URL du jeu de clés publiques. Dans Moodle, elle finit par /mod/lti/certs.php.
registration-deployments = Identifiant de déploiement (deployment ID)
registration-deployments-help = Un par ligne. Un lancement depuis un autre déploiement attend sur cette page que vous l’approuviez.
registration-waiting = 3. Déploiements en attente
registration-waiting-help = Quelqu’un a ouvert cet outil d’ici. Approuvez ce que vous connaissez ; rien n’est délivré avant.
registration-waiting-platform = Nom que se donne la plateforme
registration-waiting-course = Cours
registration-waiting-approve = Approuver { $deployment }
teachers-may = Ce que peut faire qui enseigne sur cette plateforme
teachers-may-nothing = Rien : les badges sont posés par l’administration.
teachers-may-choose = Choisir parmi les badges qui existent, depuis la plateforme.
teachers-may-make = Choisir, et aussi créer des badges. Ils sont délivrés au nom de votre organisation.
teachers-may-help = Cela vaut pour les personnes qui enseignent ou construisent un cours, dans ce cours.

## Administration : badges

badges-title = Badges
badges-none = Il n’y a pas encore de badge.
badge-new = Nouveau badge
badge-public-page = Page publique de ce badge
badge-edit-note = Une fois ce badge remis à quelqu’un, une modification en fait une nouvelle version. Les badges déjà remis gardent ce qu’ils disent.
badge-name = Nom
badge-criteria-question = Que sait faire la personne qui l’a reçu ?
badge-criteria-help = Trois à cinq lignes. Le Markdown est accepté : listes, emphase, liens.
badge-description = Description
badge-description-help = Une ou deux phrases pour quelqu’un qui ne connaît pas le cours.
badge-language = Langue de ces textes
badge-preview = L’image telle qu’elle sera
badge-shape = Forme
badge-colour = Couleur
badge-draw = La redessiner
badge-upload = Ou votre propre image
badge-upload-help = PNG ou SVG, jusqu’à 1 Mo et 2048 pixels. Elle remplace le dessin.
shape-uploaded = L’image déposée
shape-circle = Disque
shape-shield = Écu
shape-hexagon = Hexagone
shape-rosette = Rosette
shape-square = Carré
colour-blue = Bleu
colour-teal = Bleu-vert
colour-green = Vert
colour-violet = Violet
colour-red = Framboise
colour-orange = Orange brûlé
colour-slate = Ardoise

## Administration : activités

placements-title = Activités
placements-lead = Une activité d’un cours donne un badge aux personnes inscrites qui ont fait ce qu’il demande.
placement-new = Placer un badge
placement-badge = Badge
placement-platform = Plateforme
placement-deployment = Identifiant de déploiement
placement-link = Activité (resource link ID)
placement-link-help = Ouvrez l’activité avec un compte qui enseigne : la page qui apparaît le montre.
placement-rule = Ce qu’il demande, et ce qui se passe alors
placement-off = Désactivé : personne ne le reçoit en ce moment.
placement-needs = Il faut d’abord une plateforme et un badge.
placement-create = Placer le badge
placement-remove = Retirer

## Erreurs, par code

error-managing-not-yours = Seules les personnes qui construisent ce cours peuvent s’occuper de ses badges, là où l’administration de Blason le permet.
error-changed-meanwhile = Ce que demande ce badge a été modifié pendant que vous regardiez. Voici ce qu’il en est maintenant : regardez de nouveau, puis activez-le.
error-worth-not-confirmed = Dites si chaque badge de ce cours a une valeur à lui seul.
error-everyone-qualifies = Tout le cours recevrait ce badge : il n’est donc pas délivré automatiquement. Ajoutez une condition, ou choisissez que les apprenants le retirent eux-mêmes.
error-decided-about-oneself = Vous ne pouvez pas décider pour vous-même. Demandez à une autre personne qui enseigne dans ce cours.
error-internal = Une erreur est survenue de notre côté. Elle est notée dans notre journal ; réessayez dans un instant.
error-not-found = Il n’y a rien à cette adresse.
error-admin-link-used = Ce lien a déjà servi ou il est trop ancien. Demandez-en un autre avec « blason keys admin-link ».
error-admin-session-needed = Cette page s’ouvre avec le lien à usage unique que le serveur affiche à son démarrage. « blason keys admin-link » en affiche un autre.
error-launch-session-ended = Cette page n’est plus ouverte dans ce navigateur. Retournez dans votre cours et ouvrez l’activité de nouveau.
error-nothing-earned = Il n’y a pas de badge pour vous sur cette activité.
error-making-not-allowed = Vous pouvez choisir parmi les badges qui existent. L’administration de Blason peut permettre aux personnes qui enseignent sur votre plateforme d’en créer.
error-rule-unknown = Cette version ne connaît pas la règle de cette activité. Prévenez la personne qui administre.
error-form-expired = Ce formulaire vient d’une autre session. Revenez en arrière, rechargez la page et envoyez-le de nouveau.
error-form-malformed = Le formulaire n’a pas pu être lu. Revenez en arrière et envoyez-le de nouveau.
error-form-too-large = C’est plus que ce que le serveur accepte. Choisissez un fichier plus petit.
error-field-empty = À remplir.
error-field-too-long = C’est trop long.
error-field-unknown-choice = À choisir dans la liste.
error-field-not-an-address = Il faut une adresse comme https://www.example.org.
error-field-not-https = Il faut une adresse qui commence par https://.
error-registration-exists = Une autre plateforme a cet émetteur et cet identifiant client.
error-picture-unknown-kind = Ce n’est ni une image PNG ni une image SVG.
error-picture-too-large = Cette image pèse plus de 1 Mo.
error-picture-too-many-pixels = Cette image a plus de 2048 pixels de côté.
error-picture-damaged = Cette image est abîmée et ne peut pas être dessinée.
error-picture-unsafe-svg = Ce SVG contient de quoi agir ou charger quelque chose. Enregistrez-le en SVG simple, formes et texte seulement.

## Achèvement : pourquoi une personne inscrite n’a pas encore le badge

why-rule-not-set-up = Ce badge ne peut pas encore être donné : ce qu’il demande n’est pas entièrement réglé. Rien de ce que vous avez fait n’est perdu. Dites à la personne qui enseigne ce que cette page affiche.
why-not-turned-on = Ce badge n’est pas encore activé dans votre cours. Rien de ce que vous avez fait n’est perdu : revenez plus tard.
why-not-opened = Ouvrez cette activité depuis votre cours pour recevoir le badge.
why-asks-something-else = Ce que demande ce badge vient d’être changé dans votre cours. Rien de ce que vous avez fait n’est perdu : ouvrez cette page de nouveau.
why-gate-closed = Votre cours indique qu’il manque encore quelque chose pour ce badge. Regardez dans votre cours ce que demande cette activité, terminez-le, puis ouvrez cette page de nouveau. Si vous venez de terminer, revenez dans quelques minutes.
why-grade-none = Ce badge demande une note d’au moins { $minimum } %, et vous n’en avez pas encore. Regardez dans votre cours ce qui est noté, puis ouvrez cette page de nouveau.
why-grade-too-low = Ce badge demande une note d’au moins { $minimum } %, et la vôtre est de { $percent } %. Demandez à la personne qui enseigne comment l’améliorer, puis ouvrez cette page de nouveau.
why-other-roles = Votre cours vous connaît à la fois parmi les personnes inscrites et parmi celles qui enseignent ou aident : une personne qui enseigne décide donc si ce badge est pour vous. Demandez-le-lui. Rien de ce que vous avez fait n’est perdu.
why-own-score = La note a été écrite ici quand vous avez reçu un autre badge : une personne qui enseigne décide donc si celui-ci est pour vous. Demandez-le-lui. Rien de ce que vous avez fait n’est perdu.
why-platform-silent = Votre cours ne répond pas pour le moment : nous ne pouvons pas voir ce que vous avez fait. Rien n’est perdu : ouvrez cette page de nouveau dans quelques minutes.
why-platform-refused = Votre cours ne nous laisse pas voir ce que vous avez fait. Rien n’est perdu. Dites à la personne qui enseigne ce que cette page affiche, avec ce mot : { $code }.
why-roster-not-offered = Votre cours ne nous dit pas qui a terminé quoi. Rien de ce que vous avez fait n’est perdu. Dites à la personne qui enseigne ce que cette page affiche.
why-activity-unknown = Nous n’en savons pas encore assez sur cette activité. Ouvrez-la de nouveau depuis votre cours.
why-no-column = Ce badge demande une note, et cette activité n’a pas de colonne dans le carnet de notes. Rien de ce que vous avez fait n’est perdu. Dites à la personne qui enseigne ce que cette page affiche.
why-grade-by-own-score = Ce badge lit une note qu’il écrirait lui-même. Rien de ce que vous avez fait n’est perdu. Dites à la personne qui enseigne ce que cette page affiche.
why-course-too-large = Votre cours compte trop de monde pour que nous puissions voir ce que vous avez fait. Rien n’est perdu. Dites à la personne qui enseigne ce que cette page affiche.

## Achèvement : ce qui est dit d’un cours ou d’une personne à qui enseigne

look-rule-not-set-up = Ce que ce badge demande n’est pas encore entièrement réglé. Choisissez une autre règle, ou demandez à l’administration de Blason.
look-rule-unknown = Cette version ne connaît pas la règle de cette activité. Demandez à l’administration de Blason.
look-no-learners = Personne n’est encore inscrit à ce cours pour y apprendre : il n’y a personne à compter.
look-opening-cannot-be-counted = Ouvrir l’activité suffit pour recevoir ce badge : personne ne peut être compté avant de l’ouvrir. Restreignez l’accès à l’activité dans votre cours, pour que seules les personnes qui ont fait ce que vous demandez puissent l’ouvrir.
look-gate-open-to-all = Tout le cours peut ouvrir cette activité : rien ne dit qui a fait ce que vous demandez. Aucun badge n’est délivré de lui-même tant que l’accès à l’activité n’est pas restreint ; chaque personne peut encore le demander en l’ouvrant.
look-gate-closed-to-all = Personne ne peut ouvrir cette activité aujourd’hui : elle est cachée, ou personne n’a encore fait ce qu’elle demande.
look-course-too-large = Ce cours compte trop de monde pour interroger la plateforme sur chaque personne. Le badge est donné quand on ouvre l’activité.
look-platform-silent = Votre LMS ne répond pas pour le moment. Rien n’est perdu : regardez de nouveau dans quelques minutes.
look-platform-refused = Votre LMS ne laisse pas Blason regarder dans le cours. Demandez à la personne qui l’administre, avec ce mot : { $code }.
look-roster-not-offered = Votre LMS ne donne pas à Blason la liste des personnes du cours. Demandez à la personne qui l’administre de la partager avec cet outil (dans Moodle : « Names and Role Provisioning »).
look-activity-unknown = Ouvrez une fois cette activité depuis votre cours, puis regardez de nouveau.
look-no-column = Cette activité n’a pas de colonne dans le carnet de notes. Acceptez les notes de cet outil dans les réglages de l’activité, ouvrez-la une fois, puis regardez de nouveau.
look-grade-by-own-score = Le badge lit une note qu’il écrirait lui-même. Cessez de renvoyer des notes, ou choisissez une autre règle.
look-other-roles = Enseigne, aide ou observe aussi dans ce cours : c’est à vous de décider.
look-own-score = Blason a écrit ici une note pour cette personne quand elle a reçu un autre badge : la note ne prouve rien, et c’est à vous de décider.
look-left-course = Ne fait plus partie du cours.
look-not-opened = N’a pas ouvert l’activité.
look-gate-closed = Ne peut pas ouvrir l’activité en ce moment.
look-grade-none = N’a pas de note en ce moment ; il faut { $minimum } %.
look-grade-too-low = A { $percent } % en ce moment ; il faut { $minimum } %.

## Achèvement : erreurs

error-condition-empty = Choisissez au moins une règle.
error-grade-out-of-range = Écrivez une note de 1 à 100 pour cent.
error-grade-by-own-score = La note ne peut pas décider tant que des notes sont renvoyées : le badge se prouverait lui-même. Choisissez une autre règle, ou ne renvoyez pas de note.
error-automatic-needs-more = Personne ne peut être repéré avant d’ouvrir l’activité : ce badge ne peut donc pas être délivré de lui-même. Choisissez une autre règle, ou laissez chaque personne le demander.

## Organisations, personnes et journal

organisations-title = Organisations
organisations-lead = Chaque organisation signe ses badges avec ses propres clés.
organisation-new = Ajouter une organisation
organisation-slug = Nom court pour ses adresses
organisation-slug-help = Lettres minuscules, chiffres et traits d’union. Les badges le portent pour toujours : choisissez-le bien.
organisation-platforms = Ses plateformes
organisation-platforms-none = Aucune plateforme n’appartient encore à cette organisation.
organisation-platform-give = Donner une plateforme à cette organisation
organisation-platform-give-button = La donner
organisation-people = Qui l’administre
organisation-people-help = Créez un lien pour la personne qui s’occupera de cette organisation : son nom, ses badges, et ce que peut faire qui enseigne. Le lien ne sert qu’une fois.
organisation-link-holder = Pour qui est-il ?
organisation-link-make = Créer un lien
organisation-link-title = Un lien qui ne sert qu’une fois
organisation-link-lead = Envoyez ce lien à { $holder }. Il ouvre l’administration de { $organisation }, ne sert qu’une fois, et n’est montré que maintenant.
model-title = Modèle partagé
model-help = Qui a le droit de créer des badges peut partir d’un modèle partagé. Chacun reçoit sa propre copie, et ce badge reste tel quel.
model-share = Partager comme modèle
model-withdraw = Ne plus partager
choose-course = Dans ce cours
choose-organisation = Dans votre organisation
choose-models = Modèles partagés
choose-models-help = Partez de l’un d’eux et adaptez-le.
choose-model-use = Partir de ce modèle
choose-change = Le modifier
audit-title = Qui a fait quoi
audit-lead = Le plus récent d’abord. Rien ne peut être changé ni retiré ici.
audit-none = Rien n’a encore été fait.
audit-when = Quand
audit-who = Qui
audit-what = Quoi
audit-pages = Pages
audit-newer = Plus récent
audit-older = Plus ancien
audit-administrator = Administration
audit-server = Ce serveur
audit-person = Personne { $subject } de { $platform }
did-session-opened = A ouvert l’administration
did-link-made = A créé un lien pour { $target }
did-organisation-made = A ajouté l’organisation { $target }
did-organisation-changed = A modifié l’organisation { $target }
did-platform-given = A donné la plateforme { $target } à l’organisation
did-teachers-settled = A réglé ce que peut faire qui enseigne sur { $target }
did-platform-changed = A relié ou modifié la plateforme { $target }
did-platform-invited = A invité la plateforme { $target } à s’inscrire
did-invite-withdrawn = A retiré l’invitation { $target }
did-platform-registered = A inscrit la plateforme { $target }, sur invitation
did-deployment-approved = A approuvé le déploiement { $target }
did-badge-made = A créé le badge « { $target } »
did-badge-changed = A modifié le badge « { $target } »
did-model-shared = A partagé le badge « { $target } » comme modèle
did-model-withdrawn = A cessé de partager le badge « { $target } »
did-badge-chosen = A choisi le badge « { $target } » pour un cours
did-badge-placed = A posé le badge « { $target } » sur une activité
did-badge-taken-off = A retiré le badge « { $target } » d’une activité
did-tool-key-replaced = A remplacé la clé pour les plateformes ; la nouvelle est { $target }
did-organisation-key-replaced = A remplacé la clé de signature de l’organisation ; la nouvelle est { $target }
did-deliveries-replayed = Envois relancés : { $target }
did-activity-set = A changé ce que demande une activité pour le badge « { $target } »
did-badge-turned-on = A activé le badge « { $target } » d’une activité
did-badge-turned-off = A désactivé le badge « { $target } » d’une activité
did-person-decided = A décidé si une personne reçoit le badge « { $target } »
did-badges-renewed = A délivré la dernière version du badge « { $target } » à qui en avait une antérieure
error-admin-whole-server-needed = Cette page est pour qui administre tout le serveur. Votre lien ouvre une organisation.
error-organisation-exists = Une autre organisation porte déjà ce nom court. Choisissez-en un autre.
error-slug-unfit = Employez de 2 à 40 lettres minuscules, chiffres et traits d’union, sans trait d’union au bout. « test » est pris.
error-link-holder-needed = Écrivez pour qui est le lien, en quelques mots.
## Envois : ce qui part vers les plateformes, et ce qui n’est pas arrivé

outbox-title = Envois
outbox-lead = Les notes que les badges renvoient au carnet de notes du cours, et les lettres à qui en a reçu un. Ce qui n’arrive pas est renvoyé tout seul pendant dix jours au plus, puis vous attend ici.
outbox-delivered = Arrivés
outbox-waiting = En attente d’envoi
outbox-dead = Abandonnés
outbox-none = Rien n’a été abandonné.
outbox-help = Les badges eux-mêmes ne risquent rien : seul ce qui en découle n’est pas arrivé. Corrigez ce que dit chaque envoi, puis renvoyez-le. Une note ne compte qu’une fois, quel que soit le nombre d’envois.
outbox-replay-all = { $count ->
    [one] Le renvoyer
   *[other] Renvoyer les { $count }
}
outbox-replay = Renvoyer
outbox-score = Note pour le badge
outbox-letter = Lettre au sujet du badge
outbox-platform = Plateforme
outbox-subject = Apprenant, tel que la plateforme le désigne
outbox-given-up = Quand
outbox-given-up-after = { $tries ->
    [one] { $date }, après un essai
   *[other] { $date }, après { $tries } essais
}
outbox-details = Détails
outbox-unknown-reason = L’envoi n’est pas arrivé, et cette version n’en connaît pas la raison. Les détails la nomment.
error-mail-not-set-up = Il n’y a plus de serveur de courriel. Indiquez-en un (BLASON_SMTP_URL), puis renvoyez.
error-mail-unreachable = Le serveur de courriel n’a pas répondu, ou a demandé d’attendre. Vérifiez BLASON_SMTP_URL et qu’il fonctionne.
error-mail-refused = Le serveur de courriel a refusé la lettre : l’adresse n’existe peut-être pas, ou le serveur ne peut pas envoyer pour nous. L’apprenant trouve tout de même le badge dans le cours.
mail-subject = Votre badge : { $badge }
mail-text =
    Bonjour,

    vous avez obtenu le badge « { $badge } » de { $organisation }.

    Il vous attend dans votre cours : ouvrez l’activité qui le donne, et prenez-le. Il est à vous, pour le garder et le montrer.

    Cette lettre est partie toute seule, une seule fois. Il n’est pas nécessaire d’y répondre.
error-column-missing = La plateforme n’indique pas de colonne du carnet de notes pour cette activité, et ne laisse pas Blason en créer une. Dans le cours, faites noter l’activité (dans Moodle : accepter les notes de l’outil), ouvrez-la une fois, puis renvoyez.
error-column-being-made = La colonne du carnet de notes était en cours de création. Renvoyez.
error-parcel-unknown = Une version plus récente de Blason a déposé ceci. Mettez ce serveur à jour, puis renvoyez.

## Administration : relier des plateformes

moment = { $date }, { $time } (UTC)
invites-title = Invitations ouvertes
invite-open = Pour toute plateforme, jusqu’au { $until }.
invite-open-for = Pour { $host }, jusqu’au { $until }.
invite-withdraw = Retirer
invite-title = Inviter une plateforme à s’inscrire elle-même
invite-what = Pour Moodle, Brightspace, Sakai et les autres qui acceptent une adresse d’inscription. Rien n’est copié à la main.
invite-lead = Vous obtenez une adresse qui sert une fois. Collez-la dans la plateforme : les deux échangent le reste.
invite-platform = Adresse de la plateforme
invite-platform-help = Recommandée. Avec elle, aucune autre plateforme ne peut se servir de l’invitation, et les lancements s’ouvrent aussitôt. Sans elle, les premiers attendent que vous les approuviez.
invite-person = Ce que la plateforme doit dire des personnes
invite-person-nothing = Rien : les badges ne portent pas de nom, sauf si la plateforme le donne quand même.
invite-person-name = Le nom, pour les personnes qui le veulent sur leur badge.
invite-person-email = Le nom et l’adresse électronique. L’adresse entre dans le badge sous forme d’empreinte.
invite-person-help = Les réglages de la plateforme ont le dernier mot, et peuvent y être changés plus tard.
invite-make = Créer l’invitation
invite-again = Cette invitation est destinée à { $name }. S’inscrire de nouveau garde ses déploiements, ses activités et ses badges, et peut remplacer les adresses de la plateforme.
invite-again-link = Inscrire de nouveau
invited-title = Voici l’adresse
invited-lead = Copiez-la maintenant : elle n’est montrée que cette fois. Elle sert une fois, jusqu’au { $until }.
invited-moodle-paste = Administration du site › Plugins › Modules d’activité › Outil externe › Gérer les outils : collez l’adresse sous « URL de l’outil » et cliquez sur « Ajouter LTI Advantage ».
invited-moodle-agree = Moodle montre une page de Blason qui dit ce qui sera demandé. Acceptez.
invited-others = Autres plateformes
invited-brightspace = Admin Tools › Manage Extensibility › LTI Advantage › Register Tool › Dynamic : collez l’adresse. Activez ensuite l’outil et créez un déploiement.
invited-sakai = Administration Workspace › External Tools : ajoutez un outil par inscription automatique LTI Advantage, et collez l’adresse quand Sakai la demande.
invited-by-hand = se relient en copiant :
paste-title = Relier en copiant
paste-what = Pour toutes les plateformes, sous les noms qu’elles emploient : ce qu’il faut y remplir, et ce qu’il faut rapporter.
paste-lead = Choisissez votre plateforme. Les noms des champs sont ceux de ses pages en anglais. Un clic sur une valeur la sélectionne.
paste-ours = 1. À remplir dans { $platform }
paste-field = Dans { $platform }
paste-value = Valeur
paste-canvas = Ou collez ceci
paste-canvas-help = Pour la méthode « Paste JSON ». Ni noms ni adresses électroniques ne sont alors communiqués ; changez « Privacy Level » dans Canvas pour les communiquer.
paste-theirs = 2. À rapporter
paste-becomes = Son nom ici
paste-block = Collez ici ce que montre la plateforme
paste-block-help = En un bloc, avec les noms des champs. Blason y trouve les valeurs et remplit le formulaire ; vous le relisez avant qu’il soit enregistré.
paste-read = Remplir le formulaire
registration-by-form = Remplir le formulaire
registration-by-form-what = Si vous avez déjà les valeurs de la plateforme.
registration-is-waiting = Inscrite. Rien n’a encore été ouvert depuis cette plateforme.

## Administration : l’essai d’une connexion

test-title = Tester la connexion
test-lead = Ce que l’on a vu de cette plateforme, et ce qu’elle répond quand on l’interroge maintenant. Rien n’y est changé.
test-run = Interroger la plateforme
test-works = Marche
test-fails = Ne marche pas
test-unknown = Pas encore connu
test-tried = Essayé le { $at }.
test-not-run = Personne ne l’a encore interrogée. Utilisez le bouton ci-dessus.
test-look-in-log = Le journal de ce serveur en dit plus.
test-launch = Ouverture depuis un cours
test-launch-works = Quelqu’un a ouvert Blason depuis cette plateforme le { $at }.
test-launch-unknown = Personne n’a encore ouvert Blason depuis cette plateforme. Activez-y l’outil, ajoutez-le à un cours et ouvrez-le.
test-platform-keys = Les clés de la plateforme
test-platform-keys-work = { $count ->
    [one] Une clé a été lue le { $at }.
   *[other] { $count } clés ont été lues le { $at }.
}
test-clock = Les horloges
test-clock-works = { $seconds ->
    [0] La même heure des deux côtés, le { $at }.
    [one] Une seconde d’écart, le { $at }.
   *[other] { $seconds } secondes d’écart, le { $at }.
}
test-own-keys = Nos clés, lues par la plateforme
test-own-keys-work = Le { $at }, la plateforme a vérifié notre signature : elle a donc nos clés.
test-own-keys-unknown = On le saura quand la plateforme aura vérifié une de nos signatures. Utilisez le bouton ci-dessus.
test-token = Droit d’appeler les services
test-token-works = La plateforme a donné un jeton le { $at }.
test-roster = Membres d’un cours
test-roster-works = { $count ->
    [0] La liste a été lue le { $at }. Elle est vide.
    [one] La liste a été lue le { $at } : un membre.
    [100] La liste a été lue le { $at } : 100 membres ou plus.
   *[other] La liste a été lue le { $at } : { $count } membres.
}
test-roster-unknown = On le saura quand quelqu’un aura ouvert Blason depuis un cours dont la plateforme offre la liste. Ouvrez-le, puis utilisez le bouton ci-dessus.
test-columns = Carnet de notes
test-columns-work = { $count ->
    [0] Il a été lu le { $at }. Blason n’y a pas de colonne, ce qui est habituel.
    [one] Il a été lu le { $at } : Blason y a une colonne.
   *[other] Il a été lu le { $at } : Blason y a { $count } colonnes.
}
test-columns-unknown = On le saura quand quelqu’un aura ouvert Blason depuis un cours dont la plateforme offre le carnet de notes. Ouvrez-le, puis utilisez le bouton ci-dessus.
test-fetches = Qui a lu nos clés
test-keys-read-by-this = Cette plateforme : le { $at }, pendant qu’on lui demandait un jeton.
test-keys-read-by-somebody = Quelqu’un : le { $at }. Une lecture ne dit pas de qui elle vient.
test-keys-never-read = Personne encore.
test-browsers = Comment les navigateurs gardent un lancement
test-browser-cookie = Par un cookie réservé à cette plateforme : la dernière fois le { $at }.
test-browser-storage = Par la mémoire de la plateforme, sans cookie : la dernière fois le { $at }.
test-browser-window = Dans une fenêtre à part : la dernière fois le { $at }.
test-browsers-unknown = On n’en sait encore rien.
test-browsers-help = Les trois sont sûres. Si l’on est sans cesse renvoyé vers une nouvelle fenêtre, réglez la plateforme pour qu’elle ouvre cet outil d’emblée dans une nouvelle fenêtre.


## Le relais

error-relay-question = Le relais lit une clé ou une liste de badges retirés : demandez avec `kind=key` ou `kind=status`, et `url`.
error-relay-origin = Ce relais ne lit pas pour ce site web. La personne qui tient ce serveur peut l’autoriser.
error-relay-busy = Le relais a lu tout ce qu’il peut lire dans cette minute. Réessayez dans une minute.
## Achèvement hors LTI, et codes

completion-title = Achèvement des cours
completion-lead = LTI ne dit pas qui a terminé un cours. La plupart des badges s’en passent : restreignez plutôt l’activité dans le cours. Ne réglez ceci que pour les badges qui demandent l’achèvement du cours.
completion-api = Interroger la plateforme
completion-api-help = Avec un jeton de l’interface de la plateforme, ce serveur demande si une personne a terminé le cours. Le jeton est essayé tout de suite, puis gardé scellé.
completion-api-set = En place pour { $address }.
completion-forget = Oublier le jeton
completion-kind = Plateforme
completion-address = Adresse de la plateforme
completion-secret = Jeton
completion-secret-help = Moodle : un jeton de service web. Open edX : l’identifiant client et le secret client, séparés par deux-points. Canvas : un jeton d’accès. Le guide d’administration dit quels droits il lui faut.
completion-try = L’essayer et le garder
hook-title = Messages signés
hook-help = Une extension de la plateforme peut dire tout de suite à ce serveur que quelqu’un a terminé un cours. Elle signe chaque message avec un secret. Si un jeton est en place plus haut, la plateforme est interrogée avant toute remise.
hook-secret-once = Voici le secret. Il n’est montré que maintenant.
hook-url = Où envoyer les messages
hook-last = Dernier message
hook-none-yet = Aucun pour l’instant
hook-make = Accepter des messages
hook-renew = Créer un nouveau secret
hook-end = Ne plus accepter de messages
code-label = Code
code-help = Majuscules et minuscules se valent, et les traits d’union ne comptent pas.
code-use = Utiliser ce code
code-for-you = { $organisation } a ce badge pour vous.
code-take = Recevoir mon badge
code-take-help = Aucun compte n’est nécessaire. À la page suivante, vous enregistrez le badge comme fichier.
why-course-not-complete = Votre cours n’est pas encore terminé. Finissez ce qu’il reste à y faire, puis ouvrez cette page à nouveau. Si vous venez de finir, revenez dans quelques minutes.
why-course-not-followed = Votre plateforme ne suit pas votre progression dans ce cours. Rien de ce que vous avez fait n’est perdu. Dites à votre enseignant que cette page l’indique.
why-api-refused = Votre plateforme ne nous laisse pas voir si votre cours est terminé. Rien de ce que vous avez fait n’est perdu. Dites à votre enseignant que cette page l’indique, avec ce mot : { $code }.
why-api-function-missing = Le jeton fonctionne, mais n’a pas le droit d’utiliser { $code }. Ajoutez cette fonction au service web, puis essayez à nouveau.
why-api-username-unknown = Votre plateforme ne nous dit pas votre nom d’utilisateur : nous ne pouvons pas voir si votre cours est terminé. Rien de ce que vous avez fait n’est perdu. Dites à votre enseignant que cette page l’indique.
why-not-chosen = Votre enseignant donne ce badge aux personnes qu’il choisit, et ne vous a pas encore choisi. Demandez-lui si vous pensez que c’est une erreur.
why-code-needed = Votre enseignant remet un code pour ce badge. Écrivez-le ici.
did-completion-set-up = A réglé l’achèvement des cours pour { $target }
did-completion-forgotten = A mis fin à l’achèvement des cours pour { $target }
error-code-unknown = Ce code n’existe pas, ou il est pour un autre badge. Comparez-le à celui que vous avez reçu.
error-code-not-open-yet = Ce code ne peut pas encore servir. Demandez à qui vous l’a donné à partir de quand.
error-code-closed = Ce code n’est plus valable. Demandez-en un autre à qui vous l’a donné.
error-code-used-up = Ce code a servi à autant de personnes que prévu. Demandez-en un autre à qui vous l’a donné.
error-code-too-many-tries = Trop de codes erronés. Attendez une heure, ou demandez le bon.
error-code-wish-unfit = Donnez au code une durée, et entre 1 et 10 000 personnes.
error-hook-refused = Ce message n’est pas accepté : vérifiez son adresse, sa signature et son heure.
error-hook-malformed = Ce message est signé, mais ne dit rien que ce serveur connaisse. Voyez le guide d’administration.
error-hook-person-unknown = Personne de ce nom d’utilisateur n’a encore ouvert de badge ici. Envoyez user_id, ou renvoyez le message plus tard.

## Codes et choix, dans le LMS

codes-title = Codes à remettre
codes-lead = Qui écrit un code dans cette activité reçoit le badge. Écrivez-le au tableau, imprimez-le, ou envoyez-le comme lien.
codes-time = Du { $from } au { $to }.
codes-used = Utilisé par { $used } personnes sur { $cap }.
codes-over = Son temps est passé.
codes-link = Pour les personnes sans compte ici :
codes-end = Mettre fin à ce code
codes-new = Un nouveau code
codes-opens = À partir de quand (temps universel)
codes-hours = Pour combien d’heures
codes-cap = Pour combien de personnes
codes-make = Créer un code
choices-title = Choisir les personnes
choices-lead = Les personnes cochées reçoivent le badge dès qu’il est en service. Décocher ne retire aucun badge.
choices-people = Apprenants de ce cours
choices-list = Ou collez une liste
choices-list-help = Une personne par ligne, par son adresse e-mail ou par l’identifiant de la plateforme ; les autres colonnes ne comptent pas.
choices-file = Ou choisissez un fichier CSV
choices-save = Garder ces choix
choices-unmatched = Ces lignes ne nomment personne de ce cours. Tout le reste a été gardé.
did-people-chosen = A choisi des personnes pour le badge « { $target } »
did-code-made = A créé un code pour le badge « { $target } »
did-code-ended = A mis fin à un code pour le badge « { $target } »
