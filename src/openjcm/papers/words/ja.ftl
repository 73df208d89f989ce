# 書類の日本語の言葉。キーはどの言語でも同じ。
# 文章は私たちのものであり、省庁のものではない。

### 日付・期間・数

month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
month-short-1 = 1月
month-short-2 = 2月
month-short-3 = 3月
month-short-4 = 4月
month-short-5 = 5月
month-short-6 = 6月
month-short-7 = 7月
month-short-8 = 8月
month-short-9 = 9月
month-short-10 = 10月
month-short-11 = 11月
month-short-12 = 12月
day = { $year }年{ $month }月{ $day }日
day-to-come = { $day }は本日より後の日付のため、本日時点の内容を示しています。
table-day = { $year }年{ $month }月{ $day }日
period = { $first }〜{ $last }
months = { $count }か月
tonnes = { $amount } { unit-tonnes }
unit-tonnes = tCO2e
ordinal = 第{ $number }回
list-comma = 、
two-sentences = { $first }{ $then }
full-stop = 。
name-apart = ：
brackets = （{ $text }）
named = { $label }：{ $value }
page-of = { $page } / { $pages }ページ

### 数値の根拠

not-published = 非公表
not-confirmed = 未確認
basis-published = 公表値
basis-measured = 計測値
basis-recorded = 記録値
basis-derived = 算出値
basis-recalled = 未確認値
basis-reconstructed = 再構成値
basis-illustrative = 例示値
basis-undisclosed = 非公表
basis-means-published = 記載の出典のとおりの数値。省庁、合同委員会又は制度のサイトのほか、報道や調査による場合があり、その別は出典の一覧に示す。
basis-means-measured = 当システムが保管する検針ファイルから得た数値。
basis-means-recorded = 文書から二人が入力し、その写しを保管している数値。
basis-means-derived = ここに示す他の数値から算出した数値。
basis-means-recalled = 一般的な知識によるもので、確認を要する数値。
basis-means-reconstructed = 規則に従えば公表された合計になるように私たちが選んだ数値、又はそこから算出した数値。プロジェクトのデータではない。
basis-means-illustrative = 計算を示すために作った数値。
basis-means-undisclosed = 存在するが公表されていない数値。どの残高にも、どの合計にも含まない。

### 端末の表

table-heading = 日本・{ $host }合同委員会　{ $day }の決定
table-heading-rehearsal = リハーサル：日本・{ $host }合同委員会　{ $day }の決定
project = プロジェクト
monitoring-period = モニタリング期間
notified = 通知量
goj-will-acquire = 日本政府の獲得予定量
total = 合計

### お知らせ

rehearsal = リハーサル
rehearsal-banner = リハーサル：合同委員会の決定ではなく、数値は公表値でもプロジェクトのデータでもありません
kind-published = 合同委員会によるクレジットの決定
kind-rehearsal = クレジットの決定のリハーサル
title-published = 日本と{ $host }の間の二国間クレジット制度（JCM）における{ $ordinal }クレジット発行の決定
title-rehearsal = リハーサル：日本と{ $host }の間の二国間クレジット制度（JCM）における{ $ordinal }クレジット発行
issuer = 発表機関
issuer-ministry = 環境省
issuer-rehearsal = なし（OpenJCMによるリハーサル）
announced-on = 発表日
not-announced = 発表していません（リハーサル）
decided-on = 決定日
rehearsed-on = リハーサルでの決定日
decided-by = 決定者
decided-by-decision = 日本・{ $host }合同委員会
decided-by-joint-committee = 日本・{ $host }合同委員会
decided-by-committee = 日本・{ $host }合同委員会（決定の方法は非公表）
decided-by-meeting = 日本・{ $host }合同委員会（会合）
decided-by-electronic = 日本・{ $host }合同委員会（電子的決定）
decided-by-rehearsal = 合同委員会を代行するリハーサル参加者
category = 分野
category-words = 地球環境
ordinal-label = 発行回
ordinal-not-known = 不明（これより前の決定が本記録にない可能性があります）
title-published-uncounted = 日本と{ $host }の間の二国間クレジット制度（JCM）におけるクレジット発行の決定
ordinal-published = 日本と{ $host }の間における{ $ordinal }発行
ordinal-is-published = { $ordinal }（出典に記載）
ordinal-is-derived = { $ordinal }（本記録から算出。出典に記載なし）
ordinal-rehearsal = 日本と{ $host }の間における{ $ordinal }発行のリハーサル
lead-published = { $day }、日本と{ $host }の間の二国間クレジット制度（JCM）の合同委員会は、次の{ $count }件のプロジェクトについて、双方に通知するクレジットの量を決定しました。
lead-rehearsal = これはリハーサルです。次の{ $count }件のプロジェクトについて、検針値から{ $day }付けの決定までの過程をOpenJCM上で再現しました。合同委員会の決定ではなく、これによりクレジットが生じることはありません。プロジェクトのデータも含みません。
lead-goj = 日本政府は{ $amount } { unit-tonnes }のクレジットを獲得することになります。
lead-goj-rehearsal = リハーサルの中で、日本政府は{ $amount } { unit-tonnes }のクレジットを獲得することになります。
lead-goj-undisclosed = 日本政府が獲得することになる量は公表されていません。
entitlement = 「獲得予定量」は、決定日における権利の量です。双方がそれぞれの登録簿で自らの分を発行した時点で、はじめてクレジットが発行され、獲得されます。発行日は双方で異なります。
worked-by-template = 非公式の代用様式{ $template }により算定したもの：{ $projects }。この様式は当システム独自のもので、制度の文書ではありません。

quantities-published = 決定された量
quantities-rehearsal = リハーサルでの量
heading-notified = 通知量 （{ unit-tonnes }）
heading-goj = 日本政府の獲得予定量 （{ unit-tonnes }）
remainder-of-named = 合計{ $total } { unit-tonnes }のうち{ $known } { unit-tonnes }は日本政府及び公表された受領者が獲得します。残りの{ $rest } { unit-tonnes }（{ $total } − { $goj } − { $held }、算出値）の保有者は公表されていません。
remainder = 合計{ $total } { unit-tonnes }のうち{ $rest } { unit-tonnes }（{ $total } − { $goj }、算出値）は日本政府が獲得しません。その保有者は公表されていません。
unnamed-projects = 番号非公表のプロジェクト{ $count }件
by-year = 暦年ごとの量
calendar-year = 暦年（ビンテージ）
credits-heading = クレジット （{ unit-tonnes }）
sides = 双方の状況
side = 国
notification-number = 通知
issued = 発行量
issued-on = 発行日
not-yet-issued = 未発行
side-japan = 日本

funding = { $projects }の資金支援と配分
funding-why = 日本政府への最低限の配分は、制度ではなくプロジェクトへの資金支援の条件によるものです。端数の扱いは一つの解釈であり、公表された規則ではありません。
funding-programme = 支援事業
funding-operator = 実施機関
funding-year = 採択年度
funding-subsidy = 補助率・補助額
funding-minimum-share = 日本政府への最低配分割合
funding-rounding = 適用した割合
funding-evidence = 根拠
funding-reading = 解釈第{ $number }号
one-half = 2分の1
rounding-0001 = ビンテージごとに切上げ
share-rounded = { $share }、{ $how }（{ $reading }。制度の規則ではなく解釈）
unofficial-template = 非公式の代用様式{ $template }（当システム独自のもので、制度の文書ではありません）
share-by-reading = { $share }（{ $reading }）
share-of = { $projects }における日本政府への配分割合：{ $share }［{ $basis }］。
reading-0001-title = 日本政府への配分は暦年ごとに端数を切り上げる
reading-0001-text = 省庁の発表では、設備補助事業のプロジェクトに発行されるクレジットの2分の1以上が日本政府に配分されます。端数の扱いは公表されておらず、資金支援の契約書も確認できていません。
reading-0001-question = 2分の1は、モニタリング期間全体についてとるのか、暦年ごとにとるのか。また、端数は切り上げるのか、切り捨てるのか。
reading-0001-ours = 暦年ごとの整数トンの2分の1を切り上げます。これはプロジェクトの資金支援の契約に属し、制度の規則ではありません。この解釈は、公表された144のうち73、355のうち178と一致します。合計を一度だけ切り上げると72となり、公表された量と一致しません。
reading-0001-agreed = まだいません（事業の実施機関と双方の事務局に照会予定）
reading-heading = 解釈第{ $number }号：{ $title }
reading-agreed = 同意者：{ $who }。

article-6 = パリ協定第6条
article-6-pre-2021 = ITMOではありません。発行済みとして扱い、NDCへの算入は0です。
article-6-pre-2021-why = この決定の排出削減はすべて2021年より前のものです。そのようなビンテージのクレジットは国際的に移転される緩和成果（ITMO）ではないため、上の量は2021年から2030年までの国が決定する貢献（NDC）に算入されません（決定2/CMA.3附属書第1項(e)）。
article-6-by-day = モニタリング期間が公表されていないものについては、公表された日付によります。モニタリング期間がその決定、発表又は発行より後に終わることはなく、{ $day }までに終わっています。
article-6-from-2021 = 通知だけでは、NDCへの算入は0です。
article-6-from-2021-why = 2021年以降のビンテージのクレジットは、両国政府が承認し、ホスト国が最初の移転を行い、使用されて初めて、国が決定する貢献（NDC）に算入されます。

article-6-unknown = NDCへの算入の有無は判断できません。
article-6-unknown-why = この決定の全部又は一部のモニタリング期間が公表されていません。2021年より前のビンテージの算入は0です。2021年以降のビンテージのクレジットは、両国政府が承認し、ホスト国が最初の移転を行い、使用されて初めて、国が決定する貢献（NDC）に算入されます。

remarks = 備考
remark-secondary-sources-only = 二次資料のみによります。
remark-projects-inferred = プロジェクト番号は推定です。出典にはプロジェクト名が示されています。
remark-decision-day-inferred = 決定日は推定です。
remark-line-in-total-inferred = この内訳が合計に含まれることは推定です。両者は合算しません。
remark-rows-rebuilt = 公式ページの累計から内訳を復元しました。算出した数値には計算式を示します。
remark-period-not-confirmed = モニタリング期間は公表されていません。
remark-nothing-for-japan = 全量が相手国側に通知され、日本側への通知はありません。
remark-day-is-of-issuance = 公表された日付は発行日であり、決定日ではありません。
remark-day-not-confirmed = この決定の日付は公表資料で確認できません。
remark-further-project-not-known = この決定には、判明していないプロジェクトがもう1件含まれます。
remark-sources-disagree = 出典により数量が異なります。両方を保存し、先に示したものを集計します。
remark-sides-disagree = 公表された双方の量の合計は、公表された総量と一致しません。いずれもそのまま記録しています。
remark-goj-below-one-half = 日本政府の取得分が2分の1を下回ります（二次資料1件のみ）。
remark-first-itmos = 本制度で最初のITMO（国際的に移転される緩和成果）です。相手国の登録簿で発行され、承認を経て、日本の登録簿で発行されました。
remark-amounts-secondary = 数量は二次資料によります。環境省の報道発表で確認できるのは日付であり、数量の記載は未確認です。
remark-issued-goj-derived = 環境省の報道発表は日本政府保有分の発行を示していますが、その量は示していません。日本政府の取得予定量をその量とみなしています。政府以外への日本の発行量は公表されていません。
remark-itmos = ITMO（国際的に移転される緩和成果）として、日本政府保有口座に発行されました。
remark-day-of-the-figure-not-confirmed = この数値の時点は未確認です。

what-is-not-published = 公表されていないこと
unpublished-announced = 発表の日
unpublished-total = 通知量の合計
unpublished-goj = 日本政府の獲得予定量
unpublished-notification = 双方それぞれへの通知の番号と日付
unpublished-sides = 双方それぞれに通知された量
unpublished-issued = 双方それぞれが発行した量とその日
unpublished-issued-rest = 双方それぞれの発行量と発行日のうち、上に示されていないもの
unpublished-holders = 日本政府が獲得しないクレジットの保有者
unpublished-years = 暦年ごとの量
unpublished-why = これらの量は存在しますが、当システムではどの残高にも、どの合計にも含みません。

about = JCMについて
about-as-of = { $day }現在。
about-words = 二国間クレジット制度（JCM）では、日本とパートナー国が脱炭素の技術や取組を共に広めます。それによる温室効果ガスの排出削減や吸収は、計測され、第三者機関の確認を受け、クレジットとして両国で分け合います。日本は、規則が認める範囲で、自らの分を国が決定する貢献（NDC）に算入します。
goal = この日に有効な目標：{ $goal }（出典：{ $source }）
partners = { $day }現在のパートナー国（{ $count }か国）
links = リンク・連絡先
links-only = リンク
link-jcm = 二国間クレジット制度
link-registry = 日本のJCM登録簿
contact-decision = 決定について：環境省（担当室は発表資料に記載）。
sources = 出典
sources-rehearsal = リハーサルの対象である公表済みの決定の出典
no-sources = なし。
marks = 数値の表示
generated = OpenJCMが作成したもので、環境省の文書ではありません

### 公表値とリハーサルの比較

comparison = 公表値とリハーサルの比較：{ $day }の決定、日本・{ $host }
figure = 項目
published = 公表
rehearsed = リハーサル
same = 照合結果
agree-yes = 一致
agree-no = 不一致
agree-nothing = 比較対象なし
measure-months = モニタリング月数
measure-expected = 見込量
measure-verified = 検証量
measure-notified = 通知量
measure-goj = 日本政府の獲得予定量
measure-pre-2021 = うち2021年より前のビンテージ
measure-towards-ndc = 　そのうちNDCへの算入量
measure-since-2021 = うち2021年以降のビンテージ
measure-vintage-unknown = うちビンテージ不明
measure-issued = 発行量
measure-issued-japan = うち日本による発行
measure-issued-goj = うち日本による発行（日本政府へ）
measure-issued-others = うち日本による発行（その他へ）
measure-issued-open = うち日本による発行（発行先は非公表）
measure-issued-hosts = うちパートナー国による発行
measure-used = 使用量
measures-made-of = 合計の内訳は「openjcm figure notified」（{ $others }も可）で示します。
measure-of-year = { $measure }（{ $year }年ビンテージ）
comparison-agrees = リハーサルは公表された数値をすべて再現し、両者は一致しています。
comparison-differs = リハーサルは公表された数値と一致していません：{ $places }。
comparison-published = 公表：決定のプロジェクト、期間、量、日付。
comparison-reconstructed-agrees = 再構成：規則に従えば公表された合計になるように私たちが選んだリハーサルの検針値とパラメータ、及びそこから算出したすべての数値。
comparison-reconstructed-differs = 再構成：計測値ではなく、リハーサルのために選んだ検針値とパラメータ、及びそこから算出したすべての数値。公表された数値のすべてを再現するものではありません。
comparison-illustrative-agrees = 例示：このリハーサルのために提出された検針値、及びそこから算出したすべての数値。公表された数値と一致しますが、プロジェクトのデータではありません。
comparison-illustrative-differs = 例示：このリハーサルのために提出された検針値、及びそこから算出したすべての数値。プロジェクトのデータではなく、公表された数値のすべてを再現するものでもありません。
comparison-other = リハーサル：すべての数値は、このリハーサルのために提出された検針値（{ $basis }）から算出したものです。プロジェクトのデータではありません。
rehearsal-why-reconstructed = 検針値が公開されていないため、公表された量を外部から計算し直すことはできません。ここでは、私たちが選んだ検針値から、制度の規則に従い、クレジットまでのすべての段階を同じ案件で再現します。
rehearsal-why-other = 検針値が公開されていないため、公表された量を外部から計算し直すことはできません。ここでは、このリハーサルのために提出された検針値から、制度の規則に従い、クレジットまでのすべての段階を同じ案件で再現します。
first-serials = リハーサルの識別番号：{ $serials }

### さかのぼる道筋

walk-back = さかのぼる道筋
record = 記録
on-day = 日付
step-serial = 識別番号
step-issuance = 発行
step-notification = 通知
step-decision = 合同委員会の決定
step-allocation = 配分
step-issuance-request = 発行申請
step-verification-report = 検証報告書
step-calculation = 算定
step-monitoring-report = モニタリング報告書
step-period-quantity = 期間集計量
step-readings = 検針値
missing-not-published = 道筋はここで終わります：公表されていません。
missing-not-public = 道筋はここで終わります：公開されていません。
missing-monitoring-report-not-public = 道筋はここで終わります：モニタリング報告書は公開されていません。
missing-serial-not-published = 識別番号は公表されていません。
missing-issuance-not-published = 発行は公表されていません。
missing-not-yet-issued = このクレジットは、まだ登録簿で発行されていません。
missing-readings-not-public = 道筋はここで終わります：検針値は公開されていません。
label-account = 口座
label-action = 行為
label-amount = 量
label-agreed-by = 同意者
label-at = 時点
label-basis = 根拠
label-block = ブロック
label-blocks = 双方の登録簿のブロック（ビンテージ順）
label-calculation = 算定
label-chairs = 共同議長
label-co-chair = 共同議長
label-credits = クレジット
label-decided-by = 決定者
label-decided-on = 決定日
label-decision = 決定
label-definition = 定義
label-definition-sha256 = 定義のSHA-256
label-edition = 版
label-emission-reductions = 排出削減量
label-equipment = 設備
label-fault = 不備
label-faults = 不備
label-file = ファイル
label-first = 最初
label-formula = 式
label-goj = 日本政府
label-goj-will-acquire = 日本政府の獲得予定量
label-holder = 保有者
label-instant = 時点
label-issued = 発行量
label-issued-on = 発行日
label-last = 最後
label-meter = 計器
label-methodology = 方法論
label-monitoring-period = モニタリング期間
label-months = 月数
label-notification = 通知
label-notification-number = 通知の番号
label-notified = 通知量
label-notified-on = 通知日
label-number = 番号
label-parameter = パラメータ
label-per = 対象設備
label-period = 期間
label-place = 箇所
label-project = プロジェクト
label-programme = 支援事業
label-quantity = 量
label-read-at = 検針時点
label-readings = 検針値
label-recipient = 受領者
label-reference = 参照
label-register = 積算値
label-registry = 登録簿
label-requested-by = 申請者
label-requested-on = 申請日
label-row = 行
label-rows = 行数
label-rule = 規則
label-says = 説明
label-serial = 識別番号
label-sha256 = SHA-256
label-sha256-public = 公開版のSHA-256
label-share = 日本政府への配分割合
label-side = 国
label-signed-by = 署名者
label-source = 出典
label-standing = 扱い
label-status = 状態
label-step = 段階
label-symbol = 記号
label-third-party-entity = 第三者機関
label-title = 名称
label-total = 合計
label-uncertainty = 算定値のずれの上限
label-unit = 単位
label-value = 値
label-verified = 検証量
label-verified-on = 検証日
label-vintage = ビンテージ
label-worked-by = 算定に用いた様式
label-year = 暦年
search-nothing = 「{ $text }」に当てはまるものは、公開記録にありません。
label-parts = 分割後の各部分の所在

### 決まった範囲の言葉

status-holding = 保有
status-retirement = 無効化
status-cancellation = 取消し
standing-counted = 採用
standing-left-out = 除外
standing-duplicate = 重複
standing-excluded = 不計上
standing-filled = 計画の規則により補完
standing-contradiction = 値の矛盾により不計上
standing-instant-to-come = 未来の時刻により不計上
standing-outside-the-period = 期間外により不計上
standing-not-shown = これ以降の行は省略
fault-reset = リセット
fault-non-monotone = 前後と不整合
fault-gap = 欠測
fault-duplicate = 重複
fault-out-of-order = 順序の逆転
fault-outside-period = 期間外
fault-negative-step = 積算値の減少
fault-rollover = 桁あふれ
fault-exchange = 計器の交換
fault-beyond-capacity = 能力超過
fault-outside-calibration = 校正の有効期間外
fault-stuck = 停止
fault-contradiction = 値の矛盾
fault-sources-differ = 情報源の不一致
fault-future-stamp = 未来の時刻
role-participant = プロジェクト参加者
role-third-party-entity = 第三者機関
role-secretariat = 事務局
role-co-chair = 共同議長
role-registry-manager = 登録簿管理者
role-second-officer = 第二担当者
role-recorder = 記録担当者
signer = { $role }（{ $person }）
chain-joint = 合同
record-of = { $partnership } { $words } 第{ $number }号
### Charts

chart-notified-by-year = クレジットの通知量（決定の年別）
chart-notified-by-partner = クレジットの通知量（パートナー国別）
chart-issued-by-side = 双方の発行量（公表されているもの）
chart-projects-by-partner = パートナー国別・状況別のプロジェクト数
chart-registered-by-year = プロジェクトの登録件数（年別）
chart-goals = 目標と見込まれる排出削減量
chart-says-notified-by-year = 合同委員会の決定で通知された量を、決定の年（決定日が公表されていない場合は発表又は発行の年）ごとに示します。破線の部分は、量が公表されていない、又は一部のみ公表の決定であり、公表されていない量は0ではありません。合計は、公表された量をもとに算出したものです。
chart-says-notified-by-partner = 各合同委員会の決定で通知された量です。破線の部分は、量が公表されていない、又は一部のみ公表の決定であり、公表されていない量は0ではありません。合計は、公表された量をもとに算出したものです。
chart-says-issued-by-side = 日本とパートナー国がそれぞれの登録簿で発行した量のうち、少なくとも一方が公表されている決定を示します。{ $count ->
    [0] この記録にほかの決定はありません。
   *[other] ほかの{ $count }件の決定については、いずれの側の発行量も公表されていません。
}
chart-says-projects-by-partner = 公開記録にあるプロジェクトを、公表された状況別に示します。件数は、公開されている一覧をもとに数えたものです。{ $count ->
    [0] すべてのパートナー国にプロジェクトがあります。
   *[other] { $count }か国には、まだプロジェクトがありません。
}
chart-says-registered-by-year = 公開記録にあるプロジェクトを、登録された年ごとに示します。件数は、公開されている一覧をもとに数えたものです。{ $count ->
    [0] 登録されたすべてのプロジェクトについて、登録日が公表されています。
   *[other] 登録されたプロジェクトのうち{ $count }件は、登録日が公表されていません。
}
chart-says-goals = 目標は、官民あわせた累積の排出削減・吸収量です。公表されているもののうち最も新しい、見込まれる排出削減量を並べて示します。クレジットは別の量であり、目標と比べることはありません。
chart-series-notified = 通知量
chart-series-japan = 日本の発行量
chart-series-partner-country = パートナー国の発行量
chart-series-registered = 登録済み
chart-series-validation = 妥当性確認
chart-series-registration-request-withdrawn = 登録申請取下げ
chart-series-expected = 見込まれる排出削減量
chart-series-goal = 目標
chart-unit-tonnes = tCO2e
chart-unit-million-tonnes = tCO2e
chart-unit-projects = プロジェクト数
chart-number-tonnes = { $number }
chart-number-million-tonnes = { $oku ->
    [0] { $man }万
   *[other] { $oku }億
}
chart-number-projects = { $number }
chart-note-about = 約{ $number }
chart-note-no-decision = 決定なし
chart-note-not-yet-issued = 未発行（{ $day }現在）
chart-note-partly-published = { $number }＋一部は公表なし
chart-note-without-amount = { $number }＋{ $count }件（量は公表なし）
chart-note-in-part = { $number }（うち一部のみ公表{ $in_part }件）
chart-note-without-amount-and-in-part = { $number }＋{ $count }件（量は公表なし。ほか一部のみ公表{ $in_part }件）
chart-note-only-without-amount = { $count }件（量は公表なし）
chart-year = { $year }年
chart-no-day = 日付は公表なし
chart-decision = { $host }　{ $day }
chart-expected = { $by }年までの見込量（{ $state }年時点）
chart-expected-without-year = 見込量（{ $state }年時点）
chart-goal = { $year }年度の目標
chart-alternative-between = ；
chart-parts-between = ＋
chart-rows-notified-by-year = 年
chart-rows-notified-by-partner = パートナー国
chart-rows-issued-by-side = 決定
chart-rows-projects-by-partner = パートナー国
chart-rows-registered-by-year = 年
chart-rows-goals = 項目
chart-see-table = { $title }。数値は図の下の表にあります。
chart-table = 図の数値

### Maps

map-partners = パートナー国（{ $day }現在）
map-projects = パートナー国別のプロジェクト
map-says-partners = { $count ->
    [0] この日までに日本と署名した国はありません。
   *[other] この日までに日本と署名した{ $count }か国を色で示します。日本は別の色です。小さな島国は円で示します。
}
map-says-projects = 円の面積は公開記録にあるプロジェクトの数を表し、数は円の中に示します。円が重なる場合は位置をずらし、首都まで線で結びます。
map-says-projects-asked = 円の面積は一覧にあるプロジェクトの数を表し、数は円の中に示します。円が重なる場合は位置をずらし、首都まで線で結びます。
map-borders = 輪郭：Natural Earth（パブリックドメイン）を簡略化したもので、国境を示すものではありません。
map-country = { $name }：{ $day }署名、{ $count ->
    [0] 記録にあるプロジェクトはありません
   *[other] 記録にあるプロジェクト{ $count }件
}
map-country-projects = { $name }：プロジェクト{ $count }件
standing-open = { $day }時点で未発行
standing-nothing = 発行対象なし
on-several-days = 複数の日
source-kind-official = 公式
source-kind-secondary = 二次資料
source-kind-copy = 公式の表の写し
decisions-without-amount = ほかに数量非公表の決定{ $count }件
decisions-in-part = 数量の一部のみ公表の決定{ $count }件
in-part = （一部のみ）
amount-in-part = { $amount }（一部のみ）
vintages-before = 2021年より前：ITMOではなく、NDCへの算入は0
vintages-since = 2021年以降
vintages-both = 2021年より前及び2021年以降
vintages-unknown = 不明
ended-by = 公表されていないものは{ $day }までに終わっています
notified-here = この日までの本記録の決定による通知量
decisions-here = 本記録にある決定は{ $count }件です。制度全体については、{ $day }までの発行量として{ $amount }が公表されています。両者は合算しません。
about-amount = 約{ $amount }

### The catalogue of methodologies

calculation-here = 計算
entry-standing-executable = 公式の番号で計算できる
entry-standing-not-yet-written = 算定式は資料に示されている。定義は未作成である。
entry-standing-proposed = 提案中である。この番号では計算しない。
entry-standing-template = この版の算定式の全体を示す資料はない。この番号では計算しない。
template-named = 非公式の代用様式：{ $title }（{ $id }）
family-named = 類型：{ $title }（{ $id }）
template-heading = 非公式の代用様式（類型ごとに一つ）。制度の文書ではない。
entry-short-executable = 計算可
entry-short-not-yet-written = 算定式あり、定義は未作成
entry-short-proposed = 提案中
entry-short-template = 版ごとの算定式の全体は資料になし
entry-basis-published = 資料に記載
entry-basis-derived = 当システムの推定
entry-basis-recalled = 一般的な知見（要確認）
entry-formula-of-words = 要素は資料に文章で記載。算定式は当システムによるもの
heading-template = 非公式の代用様式
heading-proposed = 公式なものではない：{ $id }は提案にとどまる。類型の非公式の代用様式（{ $family }）に属する
heading-not-written = 公式なものではない：{ $id }の定義は作成しておらず、この番号では計算しない。類型の非公式の代用様式（{ $family }）を用いる
heading-of-a-draft = 公式なものではない：{ $id }の算定式の全体を示す資料はないため、これは当システムによる定義であり、類型の非公式の代用様式に属する
heading-not-official = 公式なものではない：{ $id }の算定式の全体を示す資料はないため、これは当システムによる定義であり、類型の非公式の代用様式（{ $family }）に属する
heading-proposed-form = 未確認：提案時の様式についての公式の概要に基づいて作成した（承認された文書とは異なることがある）。採択文書は確認していない
heading-not-confirmed = 未確認：公式の概要に基づいて作成した。採択文書は確認していない
template-kind = 非公式の代用様式
entry-note = 確認の範囲
template-covers = 型
template-numbers = 方法論
template-written = 計算できる
template-now = 未作成
template-later = 予定
source-speaks-of = 資料の対象
speaks-of-this-version = この版
speaks-of-proposed-form = 提案時の様式
speaks-of-another-version = 別の版
speaks-of-no-version = 版の記載なし
speaks-of-earlier-study = 事前の調査
speaks-of-other-methodologies = 他の方法論
entry-monitored = モニタリングする値
entry-fixed = 事前に定める値

# Methodologies: formulas, calculations laid open, versions side by side
math-if = 条件：
math-else = その他の場合
math-first = 最初は
math-place = 位置
branch-monitored = モニタリング
branch-fixed = 事前に固定
branch-earlier = 上で計算
branch-looked-up = 表から
branch-source = 出典：{ $source }
branch-not-exact = 50桁で丸め
branch-more = … ほか{ $count }件
role-monitored = モニタリングする値
role-fixed-ex-ante-by-the-project = プロジェクトが事前に固定する値
role-fixed-by-the-methodology = 方法論が定める値
role-default-of-the-methodology = 方法論の既定値
role-asked-for-eligibility = 適格性のために確認する値
difference-same = 同じ
difference-changed = 異なる
difference-only-a = 一つ目のみ
difference-only-b = 二つ目のみ
difference-known-a = 一つ目だけ把握
difference-known-b = 二つ目だけ把握
difference-unknown = どちらも不明
blank-not-there = なし
blank-not-known = 不明
blank-not-stated = 記載した資料なし
blank-not-attached = 添付文書なし
blank-not-confirmed = 二人による照合は未完了
blank-no-definition = 定義は未作成
blank-no-entry = 代用様式のため該当なし
compare-rests-on-definitions = 両方の定義があり、方法論一覧の記載も並べて比較しています。
compare-rests-on-one-definition = 定義があるのは一方だけです。定義の内容は空欄と並べ、方法論一覧の記載は両方を並べて比較しています。
compare-rests-on-entries = どちらの定義も未作成のため、方法論一覧の記載をすべて比較しています。計算の全体はどちらも把握していません。
compare-not-told = 比較できない点は{ $count }件です（一方だけ把握、またはどちらも不明）。
compare-count = { $count ->
    [0] 両方について把握している事項に、異なる点はありません。
   *[other] 両方について把握している事項のうち、異なる点は{ $count }件です。
  }
compare-ours = ほかに{ $count }件は、把握の仕方（資料及び確からしさ）のみが異なります。
compare-texts = 両方とも、二人が採択文書と照合しています。
compare-texts-of-template = 比較の対象に当システムの代用様式が含まれます。代用様式に採択文書はありません。
compare-texts-not-known = 採択文書の変更点は不明です。両方の文書を確認していないためです。
part-head = 方法論一覧の記載
part-stated = 資料に記載された計算式
part-expected = モニタリングまたは事前に固定すると想定される値
part-definition = 定義
part-parameters = パラメータ
part-tables = 表
part-formulas = 計算式
part-eligibility = 適格性要件
compared-title = 名称
compared-title_rests_on = 名称の根拠
compared-family = 類型
compared-scope = 分野
compared-status = 状態
compared-approved_on = 承認日
compared-standing = 計算できるか
compared-scope_basis = 分野の根拠
compared-document = 採択文書
compared-confirmed_by = 照合した人
compared-example_project = プロジェクトの例
compared-built_on = 基にした定義
compared-sha256 = SHA-256
standing-of-version-executable = 公式の番号で計算できる
standing-of-version-not-yet-written = 定義は未作成
standing-of-version-proposed = 提案中のため、番号では計算しない
standing-of-version-template = 番号では計算せず、類型の非公式の代用様式を用いる
standing-of-version-unofficial-template = 非公式の代用様式
scope-rests-on-published = 公表値
scope-rests-on-inferred = 名称から推定
compared-technology = 技術
compared-rests_on = 計算式の根拠
compared-confidence = 確かさ
compared-speaks_of = 出典の対象
compared-evidence = 根拠
compared-is_evidence = 計算式の根拠
compared-says_evidence = 説明の根拠
compared-source = 出典
compared-para = 段落
compared-draft = 文書案
draft-true = 文書案・調査によるもの。採択文書にはない
value-required = プロジェクトが与える値
validator-answers = 妥当性確認機関が判断します。
rows-or-own = これらに代えて、プロジェクトが独自の行を与えることもできます。
rows-by-project = 行はプロジェクトが与えます。値を示した資料は確認できていません。
list-colon = ：
compared-says = 説明
compared-rounding = 端数処理
compared-is = 内容
compared-unit = 単位
compared-kind = 種類
compared-options = 選択肢
compared-role = 役割
compared-per = 対象
compared-value = 値
compared-plausible = 妥当な範囲
compared-monitoring_options = モニタリングオプション
compared-frequency = 頻度
compared-data_source = 想定される出典
choice-hint = 参考値（方法論の定める値ではない）：{ $hint }
compared-choice = 値の出典
compared-key = 見出し
compared-closed = 含む端
compared-outside = 行の範囲外
compared-row = 行
compared-evidence_asked = 確認する資料
compared-expected_from = 想定される出典
role-fixed = 事前に固定する値
firmness-stated = 資料がすべての要素を挙げている
firmness-derived = 一部は当システムによる導出、または類似の方法論による
definition-status-confirmed = 採択文書と一語ずつ照合済み
definition-status-not-confirmed = 採択文書と未照合
definition-status-unofficial-template = 非公式の代用様式
definition-status-approved = 承認済み
definition-status-proposed = 提案中

# 与えられた値についての適格性要件の判定
criterion-holds = 適合する
criterion-does-not-hold = 適合しない
criterion-asks = 未判定：[asked]に{ $symbols }を記入してください
criterion-of-validator = 未判定：妥当性確認機関が判断します
criterion-untold = 未判定：与えられた値からは判断できません

# コマンドで計算した値
worked-vintage = ビンテージ { $year }
worked-vintages = 全ビンテージ
worked-credits = クレジット
worked-credits-how = 各暦年のERをトン単位に切捨て
worked-credits-untold = 判断できません
worked-sum = ビンテージの合計
worked-digits = …は、桁の省略を表します。全桁は--jsonで出力されます
worked-note = 注：{ $place }：{ $message }

# 版の照合
confirm-document = 文書
confirm-no-document = 添付なし
confirm-dated = { $name }（日付：{ $day }）
confirm-attached-on = { $day }添付
confirm-definition = 定義
confirm-no-definition = 未作成
confirm-first = 一人目
confirm-second = 二人目
confirm-nobody = まだいません
confirm-person = { $name }（{ $day }）：{ $total }項目のうち{ $count }項目
confirm-person-before = { $name }（{ $day }）：変更前の定義の{ $count }項目
confirm-kind-formula = 計算式
confirm-kind-value = 値
confirm-kind-table = 表
confirm-kind-criterion = 要件
confirm-before = 照合前：{ $basis }、{ $source }
confirm-left = 残りの照合は{ $count }件です。
confirm-next-attach = 次に、採択文書を添付します：{ $command }
confirm-next-write = 次に、文書の記号で定義を作成します：{ $command }
confirm-next-first-person = 次に、一人目が項目ごとに照合します：{ $command }
confirm-next-second-person = 次に、別の二人目が項目ごとに照合します：{ $command }
confirm-next-again = 定義が照合した時と異なります。照合した人が取り消して照合し直し、確定した定義は元のとおりにします：{ $command }
confirm-next-confirmed = 二人が照合しました。この方法論一覧を用いるシステムでは、公式の番号で計算できます：{ $command }
confirm-one = { $name }（{ $day }）：{ $count }項目
confirm-whole = 二人が照合済みです。
confirm-not-whole = 二人による照合は完了していません。

# Which input moves the result of a case most
chart-swings = 結果を最も左右する入力
chart-says-swings = 計算例の各入力を、他の入力はそのままにして、1割減らした場合と1割増やした場合の排出削減量ERを示します。系列の値は一括して増減させます。計算例のERは{ $amount } tCO2eです。数値は四捨五入しています。{ $count ->
    [0] {""}
   *[other] 影響がより小さい{ $count }件の入力は省略しています。
}
swings-smaller = 1割減
swings-larger = 1割増
swings-open = 計算できない
swings-unit = ER（tCO2e）。線は計算例の値{ $amount }
swings-row = { $symbol }：1割減で{ $smaller }、1割増で{ $larger }
swings-input = 入力
swings-at-smaller = −10%のER
swings-at-larger = +10%のER
swings-not-varied-zero = 計算例の値が0で、その1割も0となるため、変化させていません：{ $symbols }。結果への影響がないという意味ではありません。
swings-not-varied-scale = 摂氏温度の1割は意味を持たないため、変化させていません：{ $symbols }。
swings-not-varied-no-number = 数値ではないため、変化させていません：{ $symbols }。
swings-not-varied-table = 表であるため、変化させていません：{ $symbols }。
