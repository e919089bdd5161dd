-- name: findings
-- title_vi: Các phát hiện trong báo cáo
-- title_en: Findings in the returns
-- about_vi: Mỗi chỗ sai hoặc ngờ trong báo cáo: tệp, trang, ô, thấy gì, cần gì, sửa thế nào.
-- about_en: Each fault or doubt in a return: file, sheet, cell, what was seen, what is wanted, how to mend it.
-- counts_by: none
-- source: fct_finding, fct_return
-- param: severity text default= values=error,warning,query | vi=Mức độ; để trống là mọi mức | en=Severity; empty is all
-- param: period text default= | vi=Kỳ báo cáo, ví dụ 2025; để trống là mọi kỳ | en=Period, such as 2025; empty is every period
-- column: source_file text | vi=Tệp | en=File
-- column: source_sheet text | vi=Trang | en=Sheet
-- column: source_cell text | vi=Ô | en=Cell
-- column: severity text | vi=Mã mức độ | en=Severity code
-- column: severity_vi text | vi=Mức độ | en=Severity (Vietnamese) | lang=vi
-- column: severity_en text | vi=Mức độ (tiếng Anh) | en=Severity | lang=en
-- column: code text | vi=Mã | en=Code
-- column: got text | vi=Thấy | en=Got
-- column: want_vi text | vi=Cần | en=Wanted (Vietnamese) | lang=vi
-- column: want_en text | vi=Cần (tiếng Anh) | en=Wanted | lang=en
-- column: mend_vi text | vi=Cách sửa | en=How to mend (Vietnamese) | lang=vi
-- column: mend_en text | vi=Cách sửa (tiếng Anh) | en=How to mend | lang=en
-- column: state text | vi=Trạng thái | en=State
-- column: unit_code text | vi=Mã đơn vị | en=Unit code
-- column: period text | vi=Kỳ báo cáo | en=Period
-- column: return_id text | vi=Mã báo cáo | en=Return

select
    m.source_file,
    m.source_sheet,
    m.source_cell,
    m.severity,
    case m.severity
        when 'error' then 'Lỗi'
        when 'warning' then 'Cảnh báo'
        when 'query' then 'Hỏi lại'
        else m.severity
    end as severity_vi,
    case m.severity
        when 'error' then 'Error'
        when 'warning' then 'Warning'
        when 'query' then 'Query'
        else m.severity
    end as severity_en,
    m.code,
    m.got,
    m.want as want_vi,
    m.want_en,
    m.mend as mend_vi,
    m.mend_en,
    m.state,
    r.unit_code,
    r.period,
    m.return_id
from fct_finding as m
left join fct_return as r on r.return_id = m.return_id
where
    (cast($severity as varchar) = '' or m.severity = cast($severity as varchar))
    and (cast($period as varchar) = '' or r.period = cast($period as varchar))
order by
    case m.severity when 'error' then 1 when 'warning' then 2 else 3 end,
    m.source_file, m.source_sheet, m.source_cell, m.code, m.finding_id
