### O que uma verificação encontrou, em frases inteiras. A versão inglesa diz que valores há.

## Estados

state-genuine = Autêntico e ainda válido
state-caution = Autêntico, mas leia isto primeiro
state-invalid = Não é válido
state-unchecked = Não conseguimos acabar a verificação
state-none = Não há nenhum crachá neste ficheiro

## Perguntas

check-format = Há um crachá no ficheiro
check-structure = Tem as partes de que um crachá precisa
check-context = As suas palavras têm um significado conhecido
check-signature = Sem alterações desde que foi dado
check-issuer-binding = Vem da entidade que nomeia
check-validity = Datas
check-status = Não retirado
check-image = A imagem
check-recipient = Esta pessoa
check-endorsement = Recomendações
check-trust = Registos de entidades emissoras

## Respostas

answer-yes = Sim
answer-care = Atenção
answer-no = Não
answer-unknown = Não foi possível verificar
answer-neutral = Não se aplica
answer-not-asked = Não perguntado
answer-if-genuine = Só se for autêntico

## Qualquer verificação

not-reached = Isto não foi verificado, porque uma verificação anterior pôs fim ao exame.
not-supported = { $what ->
    [credential-kind] É outro tipo de credencial que não aqueles cujas regras este verificador conhece.
    [envelope] A credencial vem envolvida de uma forma que este verificador não consegue ler.
    [identity-hash] O crachá nomeia a pessoa de forma oculta, que este verificador ainda não consegue comparar.
   *[other] Este verificador ainda não consegue verificar isto.
}
document-not-fetched = { $host ->
    [none] Um documento necessário não foi lido.
   *[other] Não lemos o que { $host } publica.
}
document-unreachable = { $reason ->
    [offline] Não conseguimos ler o que { $host } publica: este dispositivo está sem ligação.
    [timeout] Não conseguimos ler o que { $host } publica: não respondeu a tempo.
    [cors-or-network] Não conseguimos ler o que { $host } publica: não respondeu, ou não se deixa ler por páginas web.
    [too-large] Não conseguimos ler o que { $host } publica: é demasiado grande.
    [refused] Não lemos o que { $host } publica: o endereço foi recusado.
   *[other] { $status ->
        [none] Não conseguimos ler o que { $host } publica.
       *[other] Não conseguimos ler o que { $host } publica: respondeu com o erro { $status }.
    }
}
document-unreadable = Lemos o que { $host } publica, mas não o conseguimos compreender.
file-unreadable = { $reason ->
    [not-found] O ficheiro não está lá.
    [permission-denied] Este programa não pode ler o ficheiro.
   *[other] Não foi possível ler o ficheiro.
}
work-limit-reached = Não acabámos: o crachá pede mais trabalho do que este verificador permite.

## Há um crachá no ficheiro

badge-found = Foi encontrado um crachá.
credential-found = Há uma credencial neste lugar.
no-badge = Uma captura de ecrã ou uma fotografia perde o crachá. Peça à pessoa o ficheiro original ou uma ligação.
too-large = O ficheiro, ou uma parte dele, é maior do que este verificador lê.
damaged-file = { $offset ->
    [none] O ficheiro está danificado.
   *[other] O ficheiro está danificado no byte { $offset }.
}
damaged-chunk = A parte da imagem que contém o crachá está danificada.
conflicting-badges = O ficheiro contém dois crachás diferentes. Não se pode saber qual deles vale.
unreadable-badge = Há um crachá no ficheiro, mas o seu texto não se consegue ler.
duplicate-member-names = O crachá diz duas vezes a mesma coisa, com o nome «{ $name }». Não se pode saber qual delas vale.
too-deep = O crachá está encaixado a mais profundidade do que este verificador lê.
entity-refused = O crachá na imagem depende de substituições que este verificador não faz.
repeated-badge = O mesmo crachá está mais de uma vez no ficheiro.
compressed-badge = O crachá estava guardado comprimido, o que a norma não permite. Foi lido mesmo assim.
other-chunk-type = O crachá estava guardado numa parte invulgar da imagem. Foi lido mesmo assim.
other-version-keyword = O crachá estava guardado com a etiqueta de outra versão de Open Badges. Foi lido mesmo assim.
other-place = O crachá estava guardado num lugar invulgar da imagem. Foi lido mesmo assim.
compressed-file = O ficheiro da imagem está comprimido. Foi lido mesmo assim.
doctype-ignored = O ficheiro da imagem remete para uma definição externa. Não foi carregada.
surrounding-space = Havia espaços à volta do texto do crachá. Foram deixados de fora.
data-after-end = O ficheiro continua depois do fim da imagem. Essa parte não foi lida.
padded-token = O texto do crachá estava preenchido com sinais que não lhe pertencem. Foram deixados de fora.
refreshed = A entidade emissora oferece em { $host } uma versão mais nova deste crachá. Foi essa que se verificou.
refresh-unreachable = A entidade emissora oferece em { $host } uma versão mais nova deste crachá, que não se conseguiu ler. Verificou-se o do ficheiro.
refresh-of-another = O que { $host } oferece como versão mais nova não é o mesmo crachá. Verificou-se o do ficheiro.
refresh-not-good = Nada mostra que o que { $host } oferece como versão mais nova seja da entidade emissora. Verificou-se o do ficheiro.

## Tem as partes de que um crachá precisa

structure-sound = Estão lá todas as partes necessárias.
not-an-open-badge = O ficheiro contém um documento, mas não é um Open Badge.
missing-member = Falta uma parte necessária.
wrong-value = Uma parte do crachá tem um valor que a norma não permite.
missing-type = Uma parte do crachá não diz o que é.
invalid-date = Uma data no crachá não está escrita como a norma pede.
invalid-identifier = Um identificador no crachá não é um endereço válido.
broken-link = Um resultado no crachá refere-se a algo que o crachá não contém.
endorsement-of-another = A recomendação trata de outra coisa que não aquilo junto de que está.
endorsed-not-named = Nada mostra de que trata a recomendação: aquilo junto de que está não tem identificador.
nested-credential-bad = O processo contém credenciais que não estão boas como estão: { $bad } de { $count }. Veja cada uma.
nested-credential-not-confirmed = Não conseguimos acabar de verificar todas as credenciais do processo: { $unconfirmed } de { $count } estão em aberto. Veja cada uma.
unlisted-word = Uma parte do crachá usa uma palavra que a norma não prevê ali.
result-not-allowed = Um resultado no crachá não é nenhum dos que o próprio crachá admite.
unusual-date = Uma data no crachá está escrita de forma invulgar. Foi lida mesmo assim.
level-of-another = Um resultado nomeia um nível que pertence a outra parte do crachá. O que se alcançou é claro mesmo assim.
schema-not-applied = { $host ->
    [none] A entidade emissora tem regras próprias para este crachá. Não foram aplicadas.
   *[other] A entidade emissora tem regras próprias para este crachá, publicadas por { $host }. Não foram aplicadas.
}
extension-not-read = O crachá tem uma parte de um tipo que este verificador não conhece: { $name }. Não foi verificada.

## As suas palavras têm um significado conhecido

context-known = Cada palavra assinada tem uma definição publicada.
missing-context = O crachá não diz que definições seguem as suas palavras.
no-own-context = Não diz por si o que significam as suas palavras, por isso a sua assinatura não se pode verificar à parte do crachá que o contém.
unknown-context = O crachá depende de definições que este verificador não conhece: { $url }.
inline-context = O crachá traz definições próprias, que poderiam mudar o significado das suas palavras. Não foram lidas.
undefined-term = O crachá contém uma palavra sem definição, por isso nenhuma assinatura a protege: «{ $term }».
relative-type = Uma parte do crachá diz o que é com uma palavra sem definição, por isso nenhuma assinatura a protege: «{ $term }».
relative-iri = Um identificador no crachá não é um endereço completo, por isso nenhuma assinatura o protege: «{ $term }».
unsigned-value = Uma parte do crachá não está protegida por nenhuma assinatura.
inexact-number = Um número no crachá é grande demais para significar o mesmo para todos: { $number }.
invalid-json-ld = O crachá não está escrito corretamente.
unsupported-json-ld = O crachá está escrito de uma forma que este verificador não lê.
version-known = O crachá está escrito com as palavras de Open Badges { $version }.
context-implied = O crachá está escrito com as palavras de Open Badges { $version }, que não precisavam de definições.
context-not-read = O crachá nomeia mais definições, que este verificador não lê.
context-alias = O crachá nomeia as suas definições com outro endereço que não o delas. São as mesmas definições.
older-context = O crachá foi assinado com uma edição mais antiga das suas definições.

## Sem alterações desde que foi dado

signature-good = A assinatura está certa: nada mudou desde que foi assinado.
no-proof = O crachá não está assinado.
changed-after-signing = O conteúdo foi alterado depois de assinado.
malformed-proof = A assinatura não está escrita corretamente.
unsupported-cryptosuite = Este tipo de assinatura não se verifica aqui: { $cryptosuite }.
unknown-cryptosuite = Este tipo de assinatura não é conhecido: { $cryptosuite }.
wrong-proof-purpose = A assinatura foi feita para outro fim que não dar um crachá.
proof-expired = A assinatura deixou de contar em { $expires }.
proof-from-future = A assinatura tem uma data futura: { $created }.
malformed-key = Não se consegue ler a chave da assinatura.
wrong-key-type = A chave não serve para este tipo de assinatura.
key-not-found = A chave que a assinatura nomeia não foi encontrada.
unsupported-key-reference = A assinatura nomeia a sua chave de uma forma que este verificador não segue.
proof-context-differs = A assinatura foi feita quando o crachá definia as suas palavras de outro modo.
base-proof = O crachá é mostrado com a assinatura que só quem o possui devia ter, e da qual se tira uma cópia para mostrar. Peça uma cópia dessas.
proof-labels-differ = A assinatura não foi feita para as partes que este crachá tem.
proof-index-out-of-range = A assinatura abrange mais afirmações do que este crachá tem.
statements-not-signed = O número de afirmações a assinar uma a uma ({ $expected }) não é o das assinaturas que vieram ({ $found }).
previous-proof-missing = A assinatura apoia-se noutra que não está lá.
previous-proof-bad = A assinatura apoia-se noutra que não está certa.
previous-proof-not-checked = A assinatura apoia-se noutra que não foi verificada.
refused-algorithm = { $algorithm ->
    [none] O crachá não está assinado: não nomeia nenhum tipo de assinatura.
   *[other] O crachá nomeia um tipo de assinatura que não prova nada: { $algorithm }.
}
critical-header = A assinatura pede para ser lida por regras que este verificador não conhece: { $names }.
unencoded-payload = A assinatura foi feita sobre outra forma do conteúdo que não a do crachá.
private-key-in-token = O crachá revela uma chave secreta. Com uma chave assim, qualquer pessoa pode assinar.
malformed-claim = O envelope assinado do crachá tem um valor errado em «{ $claim }».
claimed-issuer-differs = O envelope assinado nomeia outra entidade emissora ({ $found }) que não a do crachá que contém ({ $expected }).
claimed-subject-differs = O envelope assinado nomeia outra pessoa ({ $found }) que não a do crachá que contém ({ $expected }).
claimed-id-differs = O envelope assinado pertence a outro crachá ({ $found }) que não o que contém ({ $expected }).
claims-missing = Ao envelope assinado do crachá faltam dados que a norma pede: { $claims }.
claim-not-in-badge = O envelope assinado diz algo que o crachá que contém não repete: { $claim }.
unusual-token-type = O texto do crachá está marcado como algo invulgar: { $found }. Foi lido mesmo assim.
other-proof-bad = O crachá traz outra assinatura, que não está certa.
other-proof-not-checked = O crachá traz outra assinatura, que não foi verificada.
selective-disclosure = Quem possui o crachá escolheu que afirmações assinadas mostrar. Outras, como uma data de fim, podem estar omitidas.
proof-for-domain = A assinatura foi feita para um só destinatário: { $domain }.
cryptosuite-alias = O tipo de assinatura está escrito de forma antiga ou errada: { $cryptosuite }.

hosted-confirmed = { $host } publica este crachá.
hosted-id-differs = { $host } publica outro crachá no endereço deste.
no-hosted-address = O crachá não está assinado, e não nomeia nenhum endereço onde se possa consultar.
file-differs = O crachá que deu é diferente do que { $host } publica. Conta o publicado.
read-over-tls = Um endereço no crachá não é cifrado. Foi lido por uma ligação cifrada.
plain-http = Um documento de { $host } foi lido sem cifra. Outros podem tê-lo alterado pelo caminho.

## Vem da entidade que nomeia

key-bound = { $domain ->
    [none] O identificador da entidade emissora é esta mesma chave. Nenhum sítio web responde pelo nome.
   *[other] { $domain } publica esta chave.
}
key-not-listed = { $host ->
    [none] O identificador da entidade emissora é outra chave. O crachá não foi assinado pela entidade que nomeia.
   *[other] { $host } não inclui esta chave. O crachá não foi assinado pela entidade que nomeia.
}
key-not-for-assertion = { $host } inclui esta chave, mas não para dar crachás.
test-badge = É um teste, feito para ser visto. Ninguém responde por ele, e não mostra nada sobre ninguém.
key-revoked = { $since ->
    [none] { $host } diz que esta chave já não conta.
   *[other] { $host } diz que esta chave já não conta desde { $since }.
}
key-retired = { $since ->
    [none] A entidade emissora substituiu entretanto esta chave. Contava quando o crachá foi assinado.
   *[other] A entidade emissora substituiu esta chave em { $since }. Contava quando o crachá foi assinado.
}
controller-differs = A chave pertence a outra parte que não a entidade emissora que o crachá nomeia.
document-of-another = { $host } descreve outra parte que não a que o crachá nomeia.
within-issuers-scope = { $host } é onde esta entidade publica os seus crachás.
outside-issuers-scope = O crachá está em { $host }, onde a entidade emissora que nomeia não publica crachás.
issuer-not-hosted = A entidade emissora não tem endereço onde ler o seu perfil, por isso nada mostra de quem é este crachá.
document-id-differs = Um documento em { $host } chama-se a si mesmo por outro nome: { $found }. Conta o seu endereço.
key-owner-missing = A chave não diz de quem é. O perfil da entidade emissora inclui-a.
key-not-bound = Nada mostra que esta chave seja da entidade emissora.
unsupported-did-method = { $method ->
    [none] A entidade emissora está nomeada de uma forma que este verificador não segue.
   *[other] A entidade emissora está nomeada de uma forma que este verificador não segue: { $method }.
}
malformed-did = O identificador da entidade emissora não está escrito corretamente.

## Datas

within-validity = Válido até { $valid_until }.
no-expiry = Não tem data de fim.
expired = Expirou em { $valid_until }.
not-yet-valid = Não é válido antes de { $valid_from }.
ends-before-start = A sua data de fim é anterior à de início.
claimed-start-differs = O envelope assinado conta a partir de outra data ({ $claimed }) que não a do crachá que contém ({ $valid_from }).
claimed-end-differs = O envelope assinado conta até outra data ({ $claimed }) que não a do crachá que contém ({ $valid_until }).

## Não retirado

status-not-declared = A entidade emissora não publica nenhuma lista de crachás retirados.
not-revoked = Não está na lista de crachás retirados da entidade emissora.
still-hosted = { $host } ainda o publica, e não diz que tenha sido retirado.
revoked = { $reason ->
    [none] A entidade emissora retirou-o.
   *[other] A entidade emissora retirou-o: «{ $reason }».
}
no-withdrawal-list = As listas da entidade emissora sobre este crachá foram lidas. Nenhuma trata de crachás retirados.
suspended = { $reason ->
    [none] A entidade emissora suspendeu-o por agora.
   *[other] A entidade emissora suspendeu-o por agora: «{ $reason }».
}
status-unreachable = { $reason ->
    [offline] Não conseguimos ler a lista de crachás retirados: este dispositivo está sem ligação.
    [timeout] Não conseguimos ler a lista de crachás retirados: { $host } não respondeu a tempo.
    [cors-or-network] Não conseguimos ler a lista de crachás retirados: { $host } não respondeu, ou não deixa que páginas web a leiam.
    [too-large] Não conseguimos ler a lista de crachás retirados: é demasiado grande.
    [refused] Não conseguimos ler a lista de crachás retirados: { $host } não foi contactado, porque o endereço foi recusado.
   *[other] { $status ->
        [none] Não conseguimos ler a lista de crachás retirados.
       *[other] Não conseguimos ler a lista de crachás retirados: { $host } respondeu com o erro { $status }.
    }
}
unsupported-status = A entidade emissora usa um tipo de lista de crachás retirados que este verificador ainda não consegue ler.
malformed-status = O crachá não diz corretamente onde a sua entidade emissora publica os crachás retirados.
status-list-damaged = A lista de crachás retirados foi lida, mas não se consegue compreender.
status-list-not-verified = A lista de crachás retirados não está assinada corretamente.
status-list-not-confirmed = Nada mostra quem assinou a lista de crachás retirados.
status-list-not-bound = Nada mostra que a lista de crachás retirados seja da entidade emissora.
status-list-of-other-kind = O documento lido não é do tipo de lista que o crachá nomeia.
status-list-of-another = A lista lida diz pertencer a outro endereço que não o que o crachá nomeia.
status-list-expired = A lista de crachás retirados da entidade emissora está desatualizada.
status-list-too-short = A lista de crachás retirados é mais curta do que a norma pede.
status-index-out-of-range = O lugar deste crachá fica para lá do fim da lista de crachás retirados.
status-purpose-differs = A lista da entidade emissora é para outro fim que não o que o crachá diz.
status-of-another-issuer = A lista de crachás retirados é assinada por outra parte que não a entidade emissora.
status-index-is-number = O lugar do crachá na lista está escrito de forma invulgar. Foi lido mesmo assim.
status-list-notation = A lista de crachás retirados está escrita de forma invulgar. Foi lida mesmo assim.
status-message = A entidade emissora diz deste crachá: «{ $message }».
refresh-available = A entidade emissora tem uma versão mais nova deste crachá.

## A imagem

image-not-signed = A assinatura não abrange a imagem, por isso a imagem não prova nada.
image-matches = { $of ->
    [address] A imagem que { $host } publica é a que a entidade emissora assinou.
   *[other] É a imagem que a entidade emissora assinou.
}
image-differs = { $of ->
    [address] A imagem que { $host } publica não é a que a entidade emissora assinou.
   *[other] A imagem não é a que a entidade emissora assinou.
}
image-not-asked = A entidade emissora assinou uma imagem. Não foi descarregada para comparar, porque o seu servidor ficaria a saber.
unsupported-digest = A entidade emissora assinou a imagem de uma forma que este verificador não consegue comparar.

## Esta pessoa

recipient-not-asked = Não foi dado nenhum nome nem endereço com que comparar.
recipient-matches = Foi dado à pessoa que nomeou.
recipient-differs = Não foi dado à pessoa que nomeou.
recipient-not-named = O crachá não diz a quem foi dado de uma forma que se possa comparar.
matched-lower-case = Coincide se o endereço for escrito em minúsculas.

## Recomendações

no-endorsement = O crachá não traz nenhuma recomendação.
endorsements-good = Todas as recomendações estão boas. São { $count }.
endorsement-bad = Nem todas as recomendações estão boas: { $bad } de { $count } não estão. O próprio crachá não depende delas.
endorsement-not-confirmed = Não conseguimos acabar de verificar todas as recomendações: { $unconfirmed } de { $count } estão em aberto. O próprio crachá não depende delas.

## Registos de entidades emissoras

trust-not-asked = Não foi consultado nenhum registo de entidades emissoras.
issuer-listed = { $register ->
    [none] A entidade emissora está num registo que foi consultado.
   *[other] A entidade emissora está no registo «{ $register }».
}
issuer-unknown = A entidade emissora não está em nenhum dos registos consultados. Isso não diz nada contra ela.
