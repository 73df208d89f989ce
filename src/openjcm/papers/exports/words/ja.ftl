# オープンデータの表と列の説明（日本語）。キーはどの言語でも同じです。
# 表ごとに説明が異なる列は column-<表>-<列> とします。

### 表

table-all = 二国間クレジット制度（JCM）のパートナー国、プロジェクト、方法論、クレジットに関する決定、目標及び進捗を、公表されたとおりに、行ごとに出典を付けて収録しています。空欄は公表されていないことを示し、0ではありません。見込み、検証済み、通知済み、発行済み及び使用済みの量は異なる指標であり、合算できません。
table-partners = 日本と二国間文書に署名した国（署名順）。
table-projects = 公表された一覧にあるすべてのプロジェクトと、それについて公表された事項。
table-projects-official-columns = 同じプロジェクトを、公式の一覧と同じ列及び表記（第三者による写しで確認できる範囲）で示したもの。出典は表projectsを参照してください。
table-decisions = 公表されたクレジットに関する決定の全体（新しい順）。プロジェクトごとの内容は表decision_linesにあります。
table-decision-lines = 各決定の内訳。1行は1件のプロジェクト、又は合わせて1つの量が公表された複数のプロジェクトです。
table-amounts = 決定に記載された量、又は決定から導かれる量を1行に1つずつ示したもの。合計するときは、指標と側が同じで、countedがtrueの行に限ってください。
table-methodologies = 公表された範囲の方法論と、名称及び算定式の根拠。
table-goals = 累積の排出削減・吸収量に関する制度の目標。クレジットの量ではありません。
table-progress = 制度全体について、ある日に公表された数値。決定から算出したものではありません。
table-sources = 各行が挙げるすべての出典、その種類及び利用条件。
table-facts = 記録されたすべての公表事項（過去の版を含む）と、それを収めた記録。

### 単位

unit-tco2e = tCO2e
unit-rank = 番号
unit-project = 件
unit-decision = 件
unit-month = か月
unit-year = 年
unit-country = か国
unit-fact = 件

### すべての表に共通の列

column-sources = すべての出典のキー（主な出典が先頭）。詳細は表sourcesにあります。
column-source-url = 主な出典のアドレス。
column-licence = 主な出典の利用条件。
column-record = この事項を収めたジャーナルの記録。
column-recorded-at = 本システムに記録された時刻（協定世界時）。事項の日付ではありません。
column-any-basis = 隣の量の根拠：published（公表）、derived（公表された量から算出）又はundisclosed（公表なし。量は空欄）。

### 列

column-country = パートナー国（ISO 3166-1の2文字の符号）。
column-projects-official-columns-country = パートナー国の名称（英語）。
column-iso3 = 同じ国（ISO 3166-1の3文字の符号）。
column-name-en = 国名（英語）。
column-name-ja = 国名（日本語）。
column-name-kana = 五十音順に並べるための読み。
column-signing-order = 署名の順番（1から）。
column-signed-on = 署名日。
column-signed-on-known = 署名日の確からしさ：confirmed（確認済み）、observed（資料で確認）又はbackground（一般的な知見）。
column-time-zones = 時間帯（首都の時間帯が先頭）。
column-note = 本システムによる備考。
column-project = プロジェクトの参照番号。
column-title-en = 名称（英語）。
column-title-ja = 名称（日本語。公表されている場合）。
column-status = 状況：validation（妥当性確認）、registered（登録済み）又はregistration-request-withdrawn（登録申請取下げ）。
column-methodologies-status = 方法論の状況（公表されたとおり）。
column-projects-official-columns-status = 状況（公式の表記）。
column-registered-on = 登録日。
column-registration-date = 登録日。
column-host-participants = パートナー国側の参加者（セミコロン区切り）。
column-japanese-participants = 日本側の参加者（セミコロン区切り）。
column-methodologies = 適用する方法論と版（セミコロン区切り）。
column-expected-per-year-tco2e = プロジェクトが見込む1年当たりの排出削減量。クレジットの量ではありません。
column-funding-programme = 費用の一部を支援する事業。
column-funding-subsidy = その事業による支援の内容（公表されたとおり）。
column-funding-minimum-share = その事業における日本政府の最低配分。
column-funding-evidence = その根拠。
column-decisions = このプロジェクトを対象とする公表済みの決定の件数。
column-reference-no = プロジェクトの参照番号。
column-title = 名称。
column-decision = 決定のキー：国と日付、日付が不明な場合はそれに代わるもの。
column-ordinal-basis = published は出典に回数の記載があるもの、derived は本記録から算出したもの。
column-ordinal = その合同委員会の何回目の決定か（公表されている場合又は数えられる場合）。
column-day = 整理に用いる日：決定日、なければ発表日、それもなければ発行日。
column-day-is = 上の日がどの日であるか。
column-decided-on = 決定日。
column-announced-on = 発表日。
column-issued-on = 発行日（発行日のみが公表されている場合）。
column-amounts-issued-on = その側がこの量を発行した日。
column-manner = 決定の方法：会合、電子的決定又は決定。
column-projects = 対象のプロジェクト（セミコロン区切り）。
column-progress-projects = この数値が対象とするプロジェクトの件数。
column-project-count = 対象のプロジェクトの件数（番号が公表されていないものを含む）。
column-notified-tco2e = 合同委員会が双方に通知した量の合計。
column-goj-will-acquire-tco2e = 日本政府が獲得することになる量。決定時の権利の量であり、発行量ではありません。
column-notified-to-japan-tco2e = 合同委員会が日本に通知した量。
column-issued-by-japan-tco2e = 日本が自らの登録簿で発行した量。
column-issued-by-japan-standing = 日本による発行の状況：issued（発行済み）、open（open_by_japan_onの日までに未発行）、nothing（通知量が0）又はundisclosed（公表なし）。
column-issued-by-japan-on = 日本が発行した日。
column-open-by-japan-on = 日本による発行がまだないことを確認した日。
column-notified-to-host-tco2e = 合同委員会がパートナー国に通知した量。
column-issued-by-host-tco2e = パートナー国が自らの登録簿で発行した量。
column-issued-by-host-standing = パートナー国による発行の状況：issued（発行済み）、open（open_by_host_onの日までに未発行）、nothing（通知量が0）又はundisclosed（公表なし）。
column-issued-by-host-on = パートナー国が発行した日。
column-open-by-host-on = パートナー国による発行がまだないことを確認した日。
column-remarks = 備考の符号（セミコロン区切り）。
column-line = 決定の何行目か（1から）。決定全体の量の場合は空欄。
column-projects-unnamed = この行が対象とし、番号が公表されていないプロジェクトの件数。
column-period-first = モニタリング期間の初日。
column-period-last = モニタリング期間の末日（その日を含む）。
column-months = モニタリング期間に含まれる暦月の数（発表資料の数え方による）。
column-number = 決定の何番目の量か（1から）。
column-measure = 指標：notified（通知）、issued（発行）、goj（日本政府が獲得することになる量）又はholder（名前が公表されたその他の受領者の量）。
column-progress-measure = 指標：expected（見込み）、issued（発行）又はsupported-projects（支援対象のプロジェクト）。
column-side = どちらの側の量か：JP又はパートナー国。双方の合計の場合は空欄。
column-holder = 名前が公表された受領者。
column-amount-tco2e = 量。
column-goals-amount-tco2e = その年度末までに累積で確保する排出削減・吸収量。クレジットの量ではありません。
column-source = この量を公表した出典のキー。本システムで合計した場合は空欄。
column-sources-source = 各行が出典を示すときに用いるキー。
column-calculation = 算出した量の計算方法。
column-rival = 別の出典が公表する異なる量であるか。そのような量は合計に含めません。
column-counted = 合計に含める量であるか。合計とその内訳、又は同じ量の2つの出典を重ねて数えないためのものです。
column-methodology = 方法論の番号（版を除く）。
column-title-basis = 名称の根拠。
column-sectoral-scope = 分野の番号。
column-scope-basis = 分野が公表されたものか、推定したものか。
column-technology = 技術（本システムの用語）。
column-versions = 採択された版（セミコロン区切り）。
column-approvals = 版とその承認日（判明している場合）。
column-proposed-numbers = 提案時の番号。
column-proponent = 提案者。
column-public-inputs-first = 意見募集の初日。
column-public-inputs-last = 意見募集の末日（その日を含む）。
column-formula-evidence = 算定式の根拠。
column-goal = 目標（年度による）。
column-fiscal-year = 目標の達成期限となる日本の会計年度（4月から翌年3月まで）。
column-since = 目標が有効となった日。
column-since-known = その日の確からしさ：confirmed（確認済み）、observed（資料で確認）又はbackground（一般的な知見）。
column-text-en = 目標の内容（英語、本システムの表現）。
column-text-ja = 目標の内容（日本語、本システムの表現）。
column-figure = 数値のキー。
column-state = 数値の時点。
column-sources-state = 出典の時点。
column-about = 出典が概数としているか。
column-by-year = 見込みの排出削減量を数える期限の年。
column-partners = この数値が対象とするパートナー国の数。
column-url = アドレス。
column-kind = official（政府、合同委員会又は制度のサイト）、secondary（報道、調査、転載）又はcopy（公式の一覧の第三者による写し）。
column-facts-kind = partner（パートナー国）、project（プロジェクト）、methodology（方法論）、issuance-decision（クレジットに関する決定）、progress（進捗）又はgoal（目標）。
column-facts = この出典を挙げる現行の事項の件数。
column-partnership = どの記録にあるか：パートナー国、制度全体についてはJP。
column-key = 事項のキー。
column-on-day = 事項の法的な日付。
column-superseded-at = 新しい版に置き換えられた時刻（協定世界時）。現行の版では空欄。
column-says = 公表された内容（JSON）。
