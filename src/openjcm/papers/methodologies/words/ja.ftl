# 計算書の日本語の言葉。キーはどの言語でも同じ。

kind-of-report = リハーサルのモニタリング報告書の計算
kind-of-case = 定義による計算
title-of-report = モニタリング報告書{ $report }の計算
title-of-case = { $definition }による計算
standing-template = 非公式の代用様式：{ $definition }は当システム独自のもので、制度の文書ではありません
standing-draft = 草案：個人が作成したファイルによる計算で、公式の方法論ではありません
fact-record = 記録番号
fact-definition = 定義
fact-submitted = 提出日
fact-readings = 検針値
fact-given = 与えられた値
fact-case = 計算の内容
fact-whole-tonnes = 整数トン
lead-of-report = 暦年ごとの値は、報告書の記録から改めて計算したもので、記録された結果と一致しています。
lead-of-case = 一組の値を定義に従って計算したものです。
lead-order = すべての中間値を文書の順に示します。計算式の結果の下にその中の合計を、さらにその下に各値の内訳を、単位と根拠とともに示します。
by-vintage = 暦年ごとの結果
worked-to-within = { $basis }、ずれの上限{ $amount }
of-vintage = { $year }年
heading-reductions = 排出削減量 ER
heading-credits = クレジット
whole-tonnes-not-told = 50桁からは判断できません
values-said = 中間値
warnings-said = 妥当でないと思われる値
