# Words of the data-quality report of meter readings. Keys are the same in every language.

readings-kind = 検針値の品質報告書
readings-title = { $plan }による検針値
readings-standing-unstated = この検針値の根拠は示されていないため、例示値として扱います
readings-standing-illustrative = 例示の検針値：計算を示すために作ったものです
readings-standing-reconstructed = 再構成の検針値：プロジェクトのデータではありません
readings-contents = 目次
readings-not-told = 算定不可
readings-hours = { $hours }時間{ $minutes }分
readings-yes = はい
readings-no = いいえ
readings-and-more = ほか{ $count }件はJSONに示す。
readings-table-scrolls = { $title }（表）

### Head

readings-fact-plan = モニタリング計画
readings-fact-plan-sha256 = 計画のSHA-256
readings-fact-zone = 法定時の地域
readings-fact-clock = 時差の記載がない時刻の時計
readings-fact-methodology = 方法論
readings-fact-worked-by = 計算に用いた非公式の代用様式
readings-fact-readings = 検針値
readings-fact-figures = 期間集計量
readings-fact-unstated = { $basis }（根拠の記載がない。--basisで示す）
readings-lead-what = { $files }件の検針値のファイルを計画に従って集計した結果として、計器{ $meters }台の期間集計量、データに見つかった不備、適用した規則、及び各集計量のもとになった行の場所を示す。
readings-lead-sound = すべての積算値は最下位の桁まで一致する。不備は見つからなかった。
readings-lead-not-checked = この計画では確認できない項目が{ $count }件あり、下に示す。
readings-lead-faults = すべての積算値は最下位の桁まで一致する。{ $count }件の不備を計画の規則に従って処理した。

### Quantities

readings-equipment = パラメータ・設備・暦年別の期間集計量
readings-equipment-says = 方法論が求める集計量である。同じパラメータと設備の計器は、そのうちの一つの単位に正確に換算して合算する。平均値は量ではないため合算せず、同じ設備に複数ある場合は別々に示す。
readings-heading-equipment = パラメータ・設備
readings-of-named = 計器：{ $meters }
readings-scrolls = 全{ $count }行。枠内をスクロールできます。
readings-all-equipment = 全{ $count }設備
readings-of-meters = 計器{ $count }台
readings-stands-apart = { $meter }（合算せず別に示す）
readings-names-more = { $names }ほか{ $count }台
readings-where-year = { $year }年
readings-two-sentences = { $first }{ $second }
readings-quantities = 計器・暦年別の期間集計量
readings-quantities-says = 期間集計量は、計上した量と規則により補完した量の合計である。計器名から、もとになった行を確認できる。
readings-heading-filled = うち補完
readings-heading-unit = 単位
readings-mean-of = { $count }個の値の平均

### Conservation

readings-conservation = 各積算値の収支
readings-conservation-text = 各積算値の収支（最下位の桁を単位とする）
readings-conservation-says = 積算値の最下位の桁を単位とする整数で示し、その下に乗率を含む量を示す。差分＋積算値にない量＝計上＋補完＋除外＋期間外。差分は最後の積算値から最初の積算値を引き、桁あふれと計器の交換の分を加えたもので、他の項とは別の方法で求める。
readings-heading-ends = 最初と最後
readings-ends = { $first }から{ $last }
readings-heading-span = 差分
readings-heading-unmetered = 積算値にない量
readings-heading-counted = 計上
readings-heading-filled-digits = 補完
readings-heading-excluded = 除外
readings-heading-outside = 期間外
readings-heading-holds = 一致
readings-last-digit = 最下位の桁：{ $amount } { $unit }
readings-equation = { $span } ＝ { $parts }
readings-part-counted = 計上 { $amount }
readings-part-filled = 補完 { $amount }
readings-part-excluded = 除外 { $amount }
readings-part-outside = 期間外 { $amount }
readings-part-unmetered = 積算値にない量 { $amount }

### Comparisons

readings-comparisons = 二つの情報源の比較
readings-comparisons-says = 第二の情報源の値、計画の許容差の範囲内か否か、及び集計量として採用した値を示す。
readings-heading-second = 第二の情報源
readings-heading-meter-says = 計器の値
readings-heading-second-says = 第二の情報源の値
readings-heading-within = 許容差の範囲内
readings-heading-taken = 採用した値

### Faults

readings-faults = 見つかった不備の種類別一覧
readings-effects = 不備により採用しなかった量（計器別）
readings-effects-says = 不採用量は、積算値にあり集計量に含まれない量を計器の単位で示す。積算値より多く補完した場合は負の値となる。削減量の変化は、他の条件を変えずにその不備によって排出削減量がどれだけ変わるかを小数第3位まで四捨五入して示し、負の値は規則により削減量が減ることを表す。算定式が線形でない場合、種類ごとの変化は合算できない。
readings-faults-none = 不備は見つからなかった。
readings-heading-kind = 種類
readings-heading-count = 件数
readings-heading-rule = 適用した規則
readings-heading-effect = 不採用量
readings-heading-tonnes = 削減量の変化（tCO2e）
readings-places = 不備のあるファイルと行
readings-places-says = 計器ごとに、各種類100件までを示す。上の表は全件を数えている。全件が示されている場合、除外の合計は積算値の収支の除外と一致する。時刻は計画の法定時、値は計器の表示のとおりである。
readings-heading-seen = 内容
readings-heading-where = 場所
readings-row = { $row }行目
readings-where = { $file } { $row }行目

seen-reset = { $since }以降、積算値が{ $value }に下がった。
seen-negative-step = { $since }以降、積算値が{ $value }に下がったが、ゼロではない。
seen-rollover = { $since }以降、積算値が一巡して{ $value }となった。
seen-exchange = { $since }以降に計器が交換され、積算値は{ $value }である。
seen-beyond-capacity = { $since }以降、積算値が{ $value }に上がったが、設備の能力を超える。
seen-outside-calibration = { $since }以降、有効な校正がない。
seen-stuck = { $since }以降、積算値が{ $value }変化していない。
seen-non-monotone = 積算値{ $value }は前後の値と整合しない。
seen-contradiction = 同じ時刻に{ $value }と{ $since }がある。
seen-gap = { $since }以降、{ $value }回分（{ $interval }）の値がない。
seen-duplicate = 値{ $value }は前の行にもある。
seen-out-of-order = この行は、より後の時刻（{ $since }）の値より下にある。
seen-outside-period = 値{ $value }は期間外である。
seen-future-stamp = 値{ $value }の時刻は未来である。
seen-sources-differ = 計器は{ $value }、第二の情報源は{ $since }である。

rule-count = 積算値の差をすべて計上する。
rule-exclude = この間隔は計上しない。
rule-conservative = この間隔は、クレジットが少なくなる方向に補完する。
rule-refuse = 計画により受け付けない。
rule-reset-exclude = 積算値が下がった間隔は計上しない。
rule-non-monotone-exclude = 互いに整合する前後の値のいずれよりも高い、又は低い単独の値は除き、前後の値の差を計上する。
rule-gap-count = 積算値であるため、欠測の前後の差をすべて計上する。期間の始めと終わりには差がないため、計上しない。ただし、計上しないことがクレジットを増やす場合は、ありうる最大の量を計上する。
rule-duplicate-count = 同じ値は一度だけ計上する。
rule-out-of-order-count = 値を時刻の順に並べる。
rule-outside-period-exclude = 期間外の値は保管し、計上しない。
rule-future-stamp-exclude = 保管し、計上しない。
rule-contradiction-exclude = いずれの値も採用しない。
rule-rollover-count = 一巡を含めて進んだ量をすべて計上する。
rule-exchange-count = 旧計器は最後の値まで、新計器は最初の値から計上する。
rule-outside-calibration-conservative = 計器の最大誤差を、クレジットが少なくなる方向に適用する。
rule-outside-calibration-count = 校正された計器と同様に計上する。
rule-sources-differ-count = 計器の値を採用する。
rule-sources-differ-conservative = クレジットが少なくなる方の値を採用する。

### Checks that were not possible

readings-not-checked = 確認できなかった項目
readings-not-checked-says = 計画に記載のない事項は確認できない。不備が見つからなかったことは、ここでは不備がないことを示さない。
readings-heading-check = 確認項目
readings-heading-unknown = 記載がないために分からないこと
check-spikes = 過大な増加、始めと終わりの誤値
check-standstill = 値の停止
check-calibration = 校正
check-direction = 保守的な方向
unchecked-spikes = 能力（capacity）の記載がないか、又は平均する値であるため、設備の能力を超える増加や、最初又は最後の誤った値は見つからず、そのまま計上される。
unchecked-standstill = 停止とみなす時間（stuck_after）の記載がないか、又は積算値でないため、変化しなくなった値は見つからない。
unchecked-calibration = 校正（calibration）の記載がないため、読み取った時に計器の校正が有効であったか否かは分からない。
unchecked-direction = lowers_creditsの記載も、計算できる方法論の記載もないため、増減のどちらでクレジットが少なくなるかが分からず、保守的な補完はできない。

### Completeness

readings-completeness = 日ごとの充足率
readings-completeness-says = 各行は計器の一暦年、各列は計画の法定時による一日を表す。欠けている値は上端から下へ示し、長いほど欠測が多い。
readings-completeness-none = 毎日又はそれ以上の頻度で読み取る計器がないため、日ごとの充足率は示さない。
readings-heat-year = { $year }年の日ごとの充足率
readings-heat-row = { $meter }、{ $year }年：{ $said }
readings-heat-part = { $filling } { $days }日
readings-heading-day-classes = 充足率別の日数
readings-heading-complete = 充足率
readings-heading-read = 値の数
readings-heading-expected = 予定数
filling-whole = 欠測なし
filling-nearly = 90％以上100％未満
filling-partly = 50％以上90％未満
filling-hardly = 50％未満
filling-none = なし
filling-unexpected = 予定なし
readings-lacking = 欠測のある日
readings-lacking-says = 同じ計器で同じ区分の日が続く場合は、一行にまとめる。
readings-lacking-none = 毎日又はそれ以上の頻度で読み取るすべての計器で、欠測のある日はない。
readings-heading-days = 日
readings-days = { $first }から{ $last }
readings-heading-class = 区分
readings-of-expected = { $expected }のうち{ $read }

### Daily profile

readings-profile = 一日の推移
readings-profile-says = 法定時の各時間帯に積算値が進んだ量を全日について合計し、全体に対する百分率で示す。欠測の後は、次の値がある時間帯にまとめて示す。棒の高さの尺度は計器ごとに異なる。
readings-profile-none = 毎時又はそれ以上の頻度で読み取る積算値がないため、時間帯別の推移は示さない。
readings-profile-first = ほか{ $count }台の計器は表にのみ示す。
readings-profile-most = 最大は{ $from }時から{ $until }時：{ $percent }
readings-profile-still = 変化なし
readings-profile-table = 時間帯別の百分率
readings-profile-whole = 全体
readings-hour = { $from }–{ $until }時

### Rows, files, plan

readings-rows = 各集計量のもとになった行
readings-quantities-short = 計器・暦年
readings-rows-says = 計器・年ごとに、値が記載された各ファイルの最初と最後の行を示す。テキストファイルでは見出し行、Parquetでは最初の値を1行目とする。年の変わり目の値は両方の年に属する。各行は、ファイルと計画があるフォルダで次のコマンドにより一覧できる。
readings-heading-rows = 行数
readings-heading-first-row = 最初の行
readings-heading-last-row = 最後の行
readings-quantity-of = { $meter }、{ $year }年
readings-files = ファイル
readings-files-says = 各ファイルはSHA-256により識別し、変更していない。
readings-heading-read-as = 読み取り方法
read-as-unpacked = { $form }を展開
read-as-text = 文字コード { $encoding }
read-as-passed = 指示値の記載がないため、読み取り対象外
read-as-member-passed = { $member }は指示値の記載がないため、読み取り対象外
read-as-sheet-passed = シート { $sheet }は時刻の記載がないため、読み取り対象外
read-as-sheet = シート { $sheet }
read-as-cells = { $mark }区切り
read-as-commas = 小数点にコンマ
read-as-zoned = 時刻は{ $form }、時差あり
read-as-clock = 時刻は{ $form }、時差の記載なし（{ $zone }として読み取り）
read-part-commas = コンマ
read-part-semicolons = セミコロン
read-part-tabs = タブ
read-part-bars = 縦線
read-part-year-first = 年月日順
read-part-day-first = 日月年順
read-part-month-first = 月日年順
read-part-epoch = 1970年からの経過
readings-rules = 計画の規則
readings-rules-says = 見つかったか否かにかかわらず、各種類の不備の処理を示す。
readings-heading-treatment = 処理
readings-heading-meters = 計器
readings-all-meters = すべて
treatment-count = 計上
treatment-exclude = 除外
treatment-conservative = 保守的補完
treatment-refuse = 不受理
readings-meters = 計画の計器
readings-heading-interval = 間隔
readings-heading-reads = 値の種類
readings-heading-settings = 計画のその他の記載
reads-register = 積算値
reads-interval = 間隔ごとの量
reads-average = 平均する値
every-month = 月
every-day = 日
setting-multiplier = 乗率 { $value }
setting-turns-at = 最下位の桁で{ $value }に達すると一巡
setting-capacity = 1時間当たり最大 { $value }
setting-stuck-after = { $value }変化がなければ停止とみなす
setting-accuracy = 最大誤差 { $value }％
setting-lowers-less = 少ない方がクレジットを減らす
setting-lowers-more = 多い方がクレジットを減らす
setting-checks = { $value }の確認用
setting-tolerance = 許容差 { $value }％
setting-exchange = 交換 { $value }
setting-calibration = 校正の有効期間 { $value }
setting-stamp-start = 時刻は間隔の始まり
setting-names = 別名 { $value }

### Steps of the work, for a terminal

step-opening = ファイルを開いています
step-screening = 値を調べています
step-ordering = 並べ替えています
step-checking = 各値を確認しています
step-counting = 集計しています
step-days = 日ごとの充足率を求めています
step-rows = 行を探しています
step-comparing = 読み込み済みのファイルと照合しています
step-reading = ファイルを読み込んでいます
step-finishing = 書き出しています
left-seconds = 残り約{ $number }秒
left-minutes = 残り約{ $number }分
left-hours = 残り約{ $number }時間
staging-taken-over = 全{ $of }ファイルのうち{ $files }ファイルは読み込み済みです。残りを読み込みます
staging-changed = 読み込み後に変更又は削除されたファイルがあるため、関係する部分を読み直します：{ $names }
staging-other-basis = 別の計画又は別の版のOpenJCMで読み込んだ部分を読み直します
staging-goes-on = 読み込み済みの{ $files }ファイルを{ $folder }に残しました。同じコマンドで続きから再開できます。不要な場合は、このフォルダを削除してください

### Rows for a terminal

rows-heading = { $meter }、{ $year }年
rows-because = { $standing }（{ $fault }）
rows-none = { $year }年に{ $meter }の値はない。
rows-more = ほか{ $count }行が続く。

### What came after a report

later-none = 報告書にない検針値は届いていません。数量に相違はありません。
later-says = 報告書の提出後に届いた検針値は { $late } 件、値の異なる検針値は { $corrected } 件です。報告書は提出時のまま変わりません。以下は、それらを加えた場合の相違です。
later-quantities = 数量
later-heading-reported = 報告値
later-heading-now = 後着分を加えた値
later-heading-difference = 差
later-credits = 暦年別のクレジット量（tCO2e、整数）
later-tonnes = 排出削減量は、切り捨て前で { $tonnes } tCO2e 異なります。
later-late = 遅れて届いた検針値
later-heading-readings = 検針値の数
later-heading-from = 最初の時刻
later-heading-until = 最後の時刻
later-corrected = 値の異なる検針値
later-heading-was = 報告値
later-heading-is-now = 後着の値
later-heading-reported-place = 報告書のファイルと行
later-heading-place = 後着のファイルと行
later-report = 報告書 { $report }（{ $record }）
later-batches = 報告書の根拠に含まれない送信分：{ $numbers }。その検針値の根拠：{ $basis }。
later-no-report = { $intake } のプロジェクトの報告書は、まだ提出されていません。

### A plan from a workbook

plan-written = { $out }：計器{ $meters }台。集計の前に、未記入の行（#?）{ $open }件を記入するか削除してください。
later-withdrawn = 報告書の検針値のうち { $count } 件は、ファイルが差し替えられたため、有効なファイルにありません。
later-refused = 相違を計算できません：{ $message }
