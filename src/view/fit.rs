//! What an export says of the phones, in words: figures with their errors, warnings, what is left over.

use super::number::{bare, counted, show};
use crate::scenario::field::{Language, Text, Unit};
use crate::scenario::find;
use crate::study::fit::sums::{Of, SURVIVAL_SECONDS, WITHIN_SECONDS};
use crate::study::fit::{Figure, Fit, Unmatched, Warning};

/// A row of the table: what, the figure, its standard error.
pub type Row = [String; 3];

/// Every figure that the file can tell.
#[expect(clippy::too_many_lines, reason = "a table, row by row")]
#[must_use]
pub fn rows(fit: &Fit, language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = |zh: &str, en: &str, figure: Option<Figure>, how: How| {
        if let Some(figure) = figure {
            rows.push([
                pick(zh, en, language),
                how.show(figure.value, language),
                figure
                    .error
                    .map_or(String::new(), |error| format!("± {}", how.error(error))),
            ]);
        }
    };
    let exact = |value| Some(Figure { value, error: None });
    let of = |of| fit.figure(of);
    row("来电", "Offered", exact(fit.offered), How::Count);
    row("接通", "Answered", fit.answered.and_then(exact), How::Count);
    row("放弃率", "Hung up", of(Of::Abandonment), How::Share);
    row(
        "平均等待（全部来电）",
        "Mean wait, all calls",
        of(Of::MeanWait),
        How::Seconds,
    );
    row(
        "平均等待（接通的）",
        "Mean wait, answered",
        of(Of::MeanWaitOfAnswered),
        How::Seconds,
    );
    for (i, seconds) in WITHIN_SECONDS.into_iter().enumerate() {
        let (zh, en) = (
            format!("{seconds} 秒内接通"),
            format!("Answered within {seconds} s"),
        );
        row(&zh, &en, of(Of::Within(i)), How::Share);
    }
    row(
        "平均通话（全部接通）",
        "Mean talk, all answered",
        of(Of::MeanServed),
        How::Seconds,
    );
    row(
        "　至少 10 秒的：均值",
        "  at least 10 s: mean",
        of(Of::ServiceMean),
        How::Seconds,
    );
    row(
        "　变异系数",
        "  coefficient of variation",
        of(Of::ServiceCv),
        How::Plain,
    );
    row(
        "　对数均值",
        "  mean of the log",
        of(Of::LogMean),
        How::Plain,
    );
    row("　对数标准差", "  sd of the log", of(Of::LogSd), How::Plain);
    row(
        "短于 10 秒的通话",
        "Calls under 10 s",
        of(Of::ShortShare),
        How::Share,
    );
    row(
        "平均耐心（总等待÷放弃数）",
        "Mean patience (waiting over hanging up)",
        of(Of::MeanPatience),
        How::Seconds,
    );
    for (i, seconds) in SURVIVAL_SECONDS.into_iter().enumerate() {
        let (zh, en) = (
            format!("　愿等超过 {seconds} 秒"),
            format!("  would wait over {seconds} s"),
        );
        row(&zh, &en, of(Of::Survival(i)), How::Share);
    }
    if fit.mixture.is_some_and(|mixture| mixture.is_single()) {
        row(
            "　指数拟合：平均耐心",
            "  one exponential: mean patience",
            of(Of::PatientSeconds),
            How::Seconds,
        );
    } else {
        row(
            "　急性子占比",
            "  impatient share",
            of(Of::ImpatientShare),
            How::Share,
        );
        row(
            "　急性子平均耐心",
            "  their mean patience",
            of(Of::ImpatientSeconds),
            How::Seconds,
        );
        row(
            "　其余人平均耐心",
            "  the others' mean patience",
            of(Of::PatientSeconds),
            How::Seconds,
        );
    }
    if let Some(agents) = &fit.agents {
        row(
            "接听人数",
            "People who answered",
            exact(to_f64(agents.count)),
            How::Count,
        );
        let (zh, en) = match &agents.compared_on {
            Some(kind) => (
                format!("　速度差异（对数标准差，同类来电 {kind}）"),
                format!("  spread of speed (sd of log, calls {kind})"),
            ),
            None => (
                "　速度差异（对数标准差）".to_owned(),
                "  spread of speed (sd of log)".to_owned(),
            ),
        };
        row(&zh, &en, agents.log_sd, How::Plain);
    }
    let daily = &fit.daily;
    row(
        "每天来电",
        "Calls a day",
        Some(daily.calls_per_day),
        How::Count,
    );
    row(
        "日来电量的方差÷均值（同一星期几之内）",
        "Variance over mean of daily counts, within weekday",
        daily.dispersion,
        How::Plain,
    );
    row(
        "逐日波动（随机到达之外）",
        "Day-to-day variation beyond chance",
        daily.day_cv,
        How::Plain,
    );
    rows
}

/// How a figure is written.
#[derive(Clone, Copy)]
enum How {
    Count,
    Share,
    Seconds,
    Plain,
}

impl How {
    fn show(self, value: f64, language: Language) -> String {
        match self {
            How::Count => bare(value, Unit::Yuan),
            How::Share => format!("{:.1}%", 100.0 * value),
            How::Seconds => show(value, Unit::Seconds, language),
            How::Plain => digits(value),
        }
    }

    fn error(self, error: f64) -> String {
        match self {
            How::Count => bare(error, Unit::Yuan),
            How::Share => format!("{:.1}%", 100.0 * error),
            How::Seconds => format!("{error:.1}"),
            How::Plain => digits(error),
        }
    }
}

fn digits(value: f64) -> String {
    if value.abs() >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.3}")
    }
}

/// Where the standard errors come from, and what the less usual figures are.
#[must_use]
pub fn explanation(fit: &Fit, language: Language) -> String {
    let (days, first, last) = fit.days;
    let by_days = !fit
        .warnings
        .iter()
        .any(|w| matches!(w, Warning::ErrorsFromCalls { .. }));
    let (zh, en) = if by_days {
        (
            "±：标准误，由逐日（或逐段日子）剔除得到；人员差异的标准误由逐人剔除得到。耐心：Kaplan–Meier，接通者按其等待截尾；方差÷均值：Σ(N−m)²÷Σ(n−1)m，m 为该星期几 n 天的均值，1 表示只有随机到达的波动；人员差异：单因素随机效应（矩估计），已去掉抽样噪声。",
            "±: standard error, by leaving out each day (or block of days) in turn; for the spread between people, each person. Patience: Kaplan–Meier, answered callers censored at their wait. Variance over mean: Σ(N−m)² / Σ(n−1)m, m being the mean of the n days of a weekday; 1 = the chance of single calls alone. Spread of speed: one-way random effects (method of moments), sampling noise removed.",
        )
    } else {
        (
            "±：标准误，天数太少，只能把来电看成相互独立，实际误差更大。",
            "±: standard error taking calls for independent, as there are too few days; the real error is larger.",
        )
    };
    let head = match language {
        Language::Zh => format!("{first} 至 {last}，{days} 个有来电的日子。"),
        Language::En => format!(
            "{first} to {last}, {} with calls. ",
            counted(days, "day", "days")
        ),
    };
    head + &pick(zh, en, language)
}

/// Where the data say little or nothing.
#[must_use]
pub fn warning(warning: &Warning, language: Language) -> String {
    let (zh, en) = match warning {
        Warning::ErrorsFromCalls { days } => (
            format!("只有 {days} 天的数据，看不出日与日的差别；标准误把来电看成相互独立，偏小。"),
            format!("With {} only, how days differ can't be told; the standard errors take calls for independent and are too small.", counted(*days, "day", "days")),
        ),
        Warning::OnlyHalfHours => (
            "半小时汇总看不出耐心、通话时长的离散度和人员差异；要得到这些，请导出逐通记录。".to_owned(),
            "Half-hours can't tell patience, the spread of talk times or how people differ; export call by call for those.".to_owned(),
        ),
        Warning::NoAnswered => (
            "文件里没有接通量或放弃量（或有的行缺），算不出放弃率。".to_owned(),
            "The file has no answered or abandoned calls (or not in every row), so abandonment can't be told.".to_owned(),
        ),
        Warning::Missing(column) => (
            format!("没有“{}”这一列，与之有关的数字都给不出。", column.name().zh),
            format!("Without the column {}, nothing that needs it can be told.", column.name().en),
        ),
        Warning::FewHungUp { count } => (
            format!("只有 {count} 人放弃，说不出耐心如何分布；情景保留原值。"),
            format!("Only {count} callers hung up, too few to tell patience; the scenario keeps its own."),
        ),
        Warning::PatienceUnseen { seconds, survival } => (
            format!("等到 {seconds:.0} 秒仍有 {:.0}% 的人愿意等，而几乎没有人等得更久：更长的耐心是外推。", 100.0 * survival),
            format!("{:.0} % would wait over {seconds:.0} s and hardly anybody had to wait longer: patience beyond that is extrapolated.", 100.0 * survival),
        ),
        Warning::NoWeekdayTwice => (
            "没有哪个星期几出现两次，看不出逐日波动；情景保留原值。".to_owned(),
            "No weekday comes twice, so the day-to-day variation can't be told; the scenario keeps its own.".to_owned(),
        ),
        Warning::Limited { path, found, set } => {
            let label = find(path).map_or(Text { zh: "", en: "" }, |field| field.label);
            (
                format!("{}（{path}）算得 {found:.4}，超出情景允许的范围，按 {set} 写入。", label.zh),
                format!("{} ({path}) came out as {found:.4}, outside what a scenario may have; {set} was written.", label.en),
            )
        }
    };
    pick(&zh, &en, language)
}

/// What the scenario can't reproduce.
#[must_use]
pub fn unmatched(unmatched: &Unmatched, language: Language) -> String {
    let (zh, en) = match unmatched {
        Unmatched::Staffing { agents } => {
            let (zh, en) = agents.map_or((String::new(), String::new()), |agents| {
                (format!("（{agents} 人接过电话）"), format!(" ({agents} people answered calls)"))
            });
            (
                format!("文件里没有排班{zh}：定员人数和班次未改动；要让等待和放弃对得上，须自行填写。"),
                format!("The file has no rosters{en}: headcount and shifts were left alone and must be filled in before waits and abandonment can match."),
            )
        }
        Unmatched::OneQueue { kinds } => (
            format!("文件里有 {kinds} 类来电，可能有优先级和专人；情景只有一条先来先接的队，等待不会逐类对上。"),
            format!("The file has {kinds} kinds of call, perhaps with priorities and people of their own; the scenario has one first-come queue, so waits won't match by kind."),
        ),
        Unmatched::KindsScaled => (
            "情景的四类来电是它自己的：各类通话时长按同一倍数调到文件的总均值，占比未改动。".to_owned(),
            "The scenario's four kinds of call are its own: their talk times were scaled alike to the file's mean, their shares left alone.".to_owned(),
        ),
        Unmatched::LogNormal { distance } => (
            format!("通话时长不完全是对数正态：累计比例最大相差 {:.1} 个百分点。", 100.0 * distance),
            format!("Talk times are not quite log-normal: shares below a length differ by up to {:.1} points.", 100.0 * distance),
        ),
        Unmatched::LongCalls { count, seconds } => (
            format!("{count} 通超过 {seconds:.0} 秒，不像是真的通话（线路未挂、时钟出错），未计入情景的通话时长；表中的均值和变异系数含它们。"),
            format!("{count} calls longer than {seconds:.0} s are too long to be believed (lines left open, slips of the clock) and were left out of the scenario's talk time; mean and coefficient of variation in the table include them."),
        ),
        Unmatched::Patience { distance, seconds } => (
            format!("耐心不完全是两类指数：愿等比例最大相差 {:.1} 个百分点（在 {seconds:.0} 秒处）。", 100.0 * distance),
            format!("Patience is not quite of two exponential kinds: the share who would wait differs by up to {:.1} points (at {seconds:.0} s).", 100.0 * distance),
        ),
        Unmatched::Trend { change } => (
            format!("从第一天到最后一天，来电量变化约 {:+.0}%；情景没有趋势，把它算进了逐日波动。", 100.0 * change),
            format!("Calls changed by about {:+.0} % from the first day to the last; the scenario has no trend and takes it for day-to-day variation.", 100.0 * change),
        ),
        Unmatched::ShortCalls { share } => (
            format!("{:.1}% 的接通电话短于 10 秒；在情景里这是行为（提前挂断），随激励而变，没有照抄。", 100.0 * share),
            format!("{:.1} % of answered calls are under 10 s; in the scenario that is conduct, which follows from the incentives, and was not copied.", 100.0 * share),
        ),
        Unmatched::Strays { per_day } => (
            format!("服务时段以外的零星来电（日均 {per_day:.1} 通）未计入。"),
            format!("Stray calls outside the opening hours ({per_day:.1} a day) were left out."),
        ),
    };
    pick(&zh, &en, language)
}

#[allow(clippy::cast_precision_loss, reason = "people are few")]
fn to_f64(n: usize) -> f64 {
    n as f64
}

fn pick(zh: &str, en: &str, language: Language) -> String {
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}
