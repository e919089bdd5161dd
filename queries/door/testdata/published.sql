-- A small published copy with the columns of the models, for the tests of the queries.
-- 2023 has only a total, 2024 and 2025 have figures, one award has no known year; hc_lao_dong_ba stands in 2024 only.
create table meta_build as select 'b7' as build_id;

create table dim_level (level_code varchar, name_vi varchar, name_en varchar, level_rank integer, colour varchar);
insert into dim_level values
    ('nha_nuoc', 'Nhà nước', 'State', 1, '#111111'),
    ('tinh', 'Cấp tỉnh', 'Province', 3, '#222222'),
    ('chua_ro', 'Chưa rõ', 'Not known', 9, '#999999');

create table dim_achievement (achievement_code varchar, name_vi varchar, name_en varchar, display_order integer, colour varchar);
insert into dim_achievement values
    ('thuong_xuyen', 'Thường xuyên', 'Regular', 1, '#111111'),
    ('dot_xuat', 'Đột xuất', 'Sudden', 3, '#222222'),
    ('chua_ro', 'Chưa rõ', 'Not known', 9, '#999999');

create table dim_class (class_code varchar, name_vi varchar, name_en varchar, display_order integer, colour varchar);
insert into dim_class values
    ('direct_worker', 'Người trực tiếp công tác', 'Direct workers', 5, '#111111'),
    ('chua_ro', 'Chưa rõ', 'Not known', 9, '#999999');

create table dim_award_form (
    form_code varchar, name_vi varchar, name_en varchar, display_vi varchar, display_en varchar, family varchar, class varchar,
    level_code varchar, takes_individual boolean, takes_collective boolean, takes_household boolean, counts_in_state_total boolean,
    order_statistics integer, order_ceremony integer, valid_from date, valid_to date, legal_basis varchar, colour varchar, is_current boolean
);
insert into dim_award_form values
    ('hc_lao_dong_ba', 'Huân chương Lao động', 'Labour Order', 'Huân chương Lao động hạng Ba', 'Labour Order, third class', 'order', 'ba', 'nha_nuoc', true, true, false, true, 10, 10, '1900-01-01', null, 'L', '#111111', true),
    ('ldtt', 'Lao động tiên tiến', 'Advanced worker', 'Lao động tiên tiến (2003)', 'Advanced worker (2003)', 'emulation_title', null, 'chua_ro', true, false, false, true, 20, 20, '1900-01-01', '2023-12-31', 'L03', '#222222', false),
    ('ldtt', 'Lao động tiên tiến', 'Advanced worker', 'Lao động tiên tiến', 'Advanced worker', 'emulation_title', null, 'chua_ro', true, false, false, true, 20, 20, '2024-01-01', null, 'L22', '#222222', true),
    ('bk_tinh', 'Bằng khen', 'Certificate of merit', 'Bằng khen của Chủ tịch UBND tỉnh', 'Certificate of the provincial chairman', 'merit_certificate', null, 'tinh', true, true, true, true, 30, 30, '1900-01-01', null, 'L', '#333333', true);

create table dim_form_family (family_code varchar, name_vi varchar, name_en varchar, display_order integer);
insert into dim_form_family values
    ('order', 'Huân chương', 'Orders', 1), ('emulation_title', 'Danh hiệu thi đua', 'Emulation titles', 5), ('merit_certificate', 'Bằng khen', 'Certificates of merit', 6);

create table dim_unit (
    unit_code varchar, official_code varchar, name varchar, kind varchar, parent_code varchar, province_code varchar,
    valid_from date, valid_to date, verified boolean, is_current boolean
);
insert into dim_unit values
    ('tinh-25', '25', 'Tỉnh Phú Thọ', 'other', null, '25', '1900-01-01', '2025-06-30', true, true),
    ('pt-so-y-te', null, 'Sở Y tế', 'department', 'tinh-25', '25', '1900-01-01', '2025-06-30', true, true),
    ('h-227', '227', 'Huyện Lâm Thao', 'district', 'tinh-25', '25', '2000-01-01', '2025-06-30', true, true),
    ('h-227', '227', 'Huyện cũ', 'district', 'tinh-25', '25', '1900-01-01', '1999-12-31', true, false);

create table dim_unit_kind (unit_kind varchar, name_vi varchar, name_en varchar, display_order bigint);
insert into dim_unit_kind values
    ('department', 'Sở, ban, ngành', 'Departments', 1), ('district', 'Huyện, thị xã, thành phố', 'Districts', 3), ('other', 'Đơn vị khác', 'Other units', 7),
    ('chua_ro', 'Chưa rõ', 'Not known', 99);

create table dim_boundary (boundaries varchar, name_vi varchar, name_en varchar, as_on date, display_order bigint);
insert into dim_boundary values
    ('reported', 'như báo cáo', 'as reported', null, 1), ('districts', 'theo địa giới 30/6/2025', 'by the boundaries of 30/6/2025', '2025-06-30', 2),
    ('today', 'theo địa giới hiện nay', 'by the boundaries of today', null, 3);
create table dim_unit_boundary (boundaries varchar, unit_code varchar, member_code varchar, carry_code varchar);
insert into dim_unit_boundary
select b.boundaries, u.unit_code,
    case when b.boundaries <> 'today' then u.unit_code when u.unit_code = 'h-227' then 'khong_quy_doi' else 'ptm-so-y-te' end, 'same'
from dim_boundary as b cross join dim_unit as u where u.is_current;
insert into dim_unit values
    ('ptm-so-y-te', null, 'Sở Y tế', 'department', null, '25', '2025-07-01', null, true, true),
    ('khong_quy_doi', null, 'Không quy đổi được', 'other', null, 'chua_ro', '1900-01-01', null, true, true);

create table dim_cluster_member (cluster_code varchar, cluster_name varchar, unit_code varchar, year integer);
insert into dim_cluster_member values
    ('pt-khoi-1', 'Khối văn hóa - xã hội', 'pt-so-y-te', 2024), ('pt-khoi-1', 'Khối văn hóa - xã hội', 'pt-so-y-te', 2025),
    ('pt-khoi-1', 'Khối văn hóa - xã hội', 'pt-so-vh', 2025);

create table fct_beneficiary_count (
    unit_code varchar, award_year integer, decided_year integer, form_code varchar, level_code varchar, source varchar,
    award_count bigint, collective_count bigint, enterprise_count bigint, household_count bigint, individual_count bigint,
    leader_ministry_province_count bigint, leader_department_count bigint, entrepreneur_count bigint, leader_other_count bigint,
    direct_worker_count bigint, class_unknown_count bigint, woman_count bigint, woman_unknown_count bigint, youth_count bigint,
    youth_unknown_count bigint, leader_any_count bigint, not_leader_count bigint
);
insert into fct_beneficiary_count values
    ('pt-so-y-te', 2024, 2024, 'ldtt', 'chua_ro', 'list', 8, 0, null, 0, 8, 0, 1, 0, 2, 4, 1, 5, 1, 2, 0, null, null),
    ('pt-so-y-te', 2024, 2024, 'hc_lao_dong_ba', 'nha_nuoc', 'list', 1, 1, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null),
    ('pt-so-y-te', 2025, 2025, 'ldtt', 'chua_ro', 'list', 10, 0, null, 0, 10, 0, 1, 0, 2, 5, 2, 6, 2, 3, 1, null, null),
    ('h-227', 2025, 0, 'bk_tinh', 'tinh', 'tally', 7, 3, 1, 0, 4, null, null, null, null, null, 4, null, 4, null, 4, 1, 3),
    ('h-227', 2023, 0, 'bk_tinh', 'tinh', 'tally', 9, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
    ('h-227', 0, 0, 'bk_tinh', 'tinh', 'list', 1, 0, null, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, null, null);

create table fct_award_count (
    unit_code varchar, award_year integer, decided_year integer, form_code varchar, level_code varchar, achievement_code varchar,
    source varchar, award_count bigint
);
insert into fct_award_count values
    ('pt-so-y-te', 2024, 2024, 'ldtt', 'chua_ro', 'thuong_xuyen', 'list', 8),
    ('pt-so-y-te', 2024, 2024, 'hc_lao_dong_ba', 'nha_nuoc', 'thuong_xuyen', 'list', 1),
    ('pt-so-y-te', 2025, 2025, 'ldtt', 'chua_ro', 'thuong_xuyen', 'list', 10),
    ('h-227', 2025, 0, 'bk_tinh', 'tinh', 'dot_xuat', 'tally', 2),
    ('h-227', 2025, 0, 'bk_tinh', 'tinh', 'chua_ro', 'tally', 5),
    ('h-227', 2023, 0, 'bk_tinh', 'tinh', 'chua_ro', 'tally', 9),
    ('h-227', 0, 0, 'bk_tinh', 'tinh', 'thuong_xuyen', 'list', 1);

create table mart_cube as
select case source when 'list' then 'thuong_xuyen' else 'chua_tach' end as achievement_code, * exclude (decided_year) from fct_beneficiary_count;
-- Form 02 of h-227 tells one leader and one other among its two sudden awards
create table mart_crossed as
select unit_code, award_year, form_code, level_code, 'dot_xuat' as achievement_code,
    collective_count, household_count, individual_count, leader_ministry_province_count, leader_department_count, entrepreneur_count,
    leader_other_count, direct_worker_count, class_unknown_count, woman_unknown_count, youth_unknown_count, leader_any_count,
    null::bigint as leader_senior_count, not_leader_count
from fct_beneficiary_count where false;
insert into mart_crossed by name
select 'h-227' as unit_code, 2025 as award_year, 'bk_tinh' as form_code, 'tinh' as level_code, 'dot_xuat' as achievement_code, 1 as leader_any_count, 1 as not_leader_count;
create table mart_beneficiary_year as
select * exclude (unit_code, decided_year, source, leader_any_count, not_leader_count) from fct_beneficiary_count;
create table mart_unit_year as
select * exclude (form_code, level_code, decided_year, source, leader_any_count, not_leader_count)
from fct_beneficiary_count where form_code <> 'hc_lao_dong_ba';
create table mart_unit_boundary_year as
select b.boundaries, b.member_code as unit_code, c.* exclude (unit_code, level_code, decided_year, source, leader_any_count, not_leader_count)
from fct_beneficiary_count as c join dim_unit_boundary as b on b.unit_code = c.unit_code where c.form_code <> 'hc_lao_dong_ba';
create table mart_review_unit_year as
select award_year, boundaries, unit_code, 'thuong_xuyen' as review_code, sum(award_count)::bigint as award_count
from mart_unit_boundary_year group by award_year, boundaries, unit_code;
create table dim_round as
select * from (values ('pt-dot-2025-1', 'tinh-25', 2025::bigint, 1::bigint, 'Đợt 1', date '2025-03-01', date '2025-10-31', null::date, date '2025-11-15', ''),
    ('pt-dot-2025-2', 'tinh-25', 2025, 2, 'Đợt 2', date '2025-11-01', date '2025-12-31', date '2025-11-15', date '2025-11-15', 'Công tác năm'))
    as t (round_code, province_unit_code, round_year, round_no, round_name, from_on, to_on, due_on, last_due_on, about);
create table mart_round as
select 2025::bigint as round_year, 'pt-dot-2025-2' as round_code, 'bk_tinh' as form_code, 3::bigint as proposed_count, 2::bigint as on_time_count,
    1::bigint as late_count, null::bigint as due_unknown_count, 2::bigint as by_last_due_count, 2::bigint as decided_count;
create table mart_cluster_year as
select award_year, 'pt-khoi-1' as cluster_code, * exclude (award_year, unit_code), 1::bigint as reporting_unit_count, 2::bigint as expected_unit_count, 1::bigint as complete_unit_count,
    case award_year when 2025 then 2 else 1 end::bigint as member_unit_count
from mart_unit_year where unit_code = 'pt-so-y-te';
insert into mart_cluster_year by name
select 2026 as award_year, 'pt-khoi-1' as cluster_code, 0 as reporting_unit_count, 2 as member_unit_count, 2 as expected_unit_count, 0 as complete_unit_count;
create table mart_form_year as
select award_year, form_code, sum(award_count)::bigint as award_count, sum(collective_count)::bigint as collective_count,
    sum(enterprise_count)::bigint as enterprise_count, sum(household_count)::bigint as household_count,
    sum(individual_count)::bigint as individual_count
from fct_beneficiary_count group by all;
create table mart_level_year as
select award_year, level_code, sum(award_count)::bigint as award_count, sum(individual_count)::bigint as individual_count
from fct_beneficiary_count group by all;
create table mart_achievement_year as
select award_year, form_code, achievement_code, sum(award_count)::bigint as award_count from fct_award_count group by all;

create table fct_proposal (
    unit_code varchar, award_year integer, decided_year integer, form_code varchar, level_code varchar, achievement_code varchar,
    source varchar, proposal_count bigint
);
insert into fct_proposal values
    ('pt-so-y-te', 2025, 0, 'bk_tinh', 'tinh', 'chua_ro', 'list', 2), ('h-227', 2025, 0, 'bk_tinh', 'tinh', 'chua_ro', 'tally', 5),
    ('h-227', 2024, 0, 'ldtt', 'chua_ro', 'chua_ro', 'tally', 3);
create table fct_list_row (award_id varchar, fact varchar, recipient_kind varchar, form_code varchar, level_code varchar, award_year integer, counts_in_state_total boolean);
insert into fct_list_row values
    ('p1', 'proposal', 'individual', 'bk_tinh', 'tinh', 2025, true), ('p2', 'proposal', 'collective', 'bk_tinh', 'tinh', 2025, true),
    ('p3', 'proposal', 'individual', 'chung_nhan_doan_the', 'tinh', 2025, false);

create table mart_reconciliation (
    comparison varchar, unit_code varchar, award_year integer, form_code varchar, figure_measure varchar, other_return_id varchar,
    other_sheet varchar, other_cell varchar, counted_unit_code varchar, counted_source varchar,
    counted_count bigint, other_count bigint, difference_count bigint
);
insert into mart_reconciliation values
    ('list_tally', 'pt-so-y-te', 2025, 'ldtt', 'award_count', 'r2', '', '', 'pt-so-y-te', 'list', 10, 12, 2),
    ('list_tally', 'pt-so-y-te', 2025, 'ldtt', 'woman_count', 'r2', '', '', 'pt-so-y-te', 'list', 6, 6, 0),
    ('control', 'h-227', 2024, 'chua_ro', 'award_count', 'r3', '', '', 'tinh-25', '', null, 5, null);

create table mart_completeness (
    unit_code varchar, form_of_return varchar, period varchar, period_year bigint, standing varchar, expected_count bigint, received_count bigint,
    accepted_count bigint, on_time_count bigint, late_count bigint, missing_count bigint, refused_count bigint, held_count bigint, excused_count bigint,
    unasked_count bigint, revised_count bigint, zero_count bigint, waiting_count bigint, due_on date, received_on date, return_id varchar, status varchar,
    role varchar, excuse varchar
);
insert into mart_completeness values
    ('pt-so-y-te', 'danh_sach_ca_nhan', '2025', 2025, 'on_time', 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, '2026-01-15', '2026-01-10', 'r1', 'accepted', 'counts', ''),
    ('pt-so-vh', 'mau_02', '2025', 2025, 'not_received', 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, '2026-01-20', null, null, null, 'counts', ''),
    ('pt-so-vh', 'mau_01', '2025', 2025, 'excused', 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, null, null, null, null, 'counts', 'mới'),
    ('h-227', 'mau_02', '2025', 2025, 'not_received', 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, '2026-01-05', null, null, null, 'counts', '');
create table fct_duty (award_year bigint, unit_code varchar, is_complete bigint, owed_count bigint, accepted_count bigint, return_id varchar);
insert into fct_duty values (2025, 'pt-so-y-te', 1, 1, 1, 'r1'), (2025, 'pt-so-vh', 0, 1, 0, ''), (2025, 'h-227', 0, 1, 0, '');
create table mart_completeness_year (award_year bigint, expected_unit_count bigint, complete_unit_count bigint, is_over boolean, is_provisional boolean);
insert into mart_completeness_year values (2024, 0, 0, true, false), (2025, 3, 1, true, true);

create table fct_return (
    return_id varchar, unit_code varchar, sender_code varchar, form_of_return varchar, period varchar, part varchar, scope varchar,
    revision varchar, revision_mark varchar, status varchar, role varchar, dated_on date, received_on date, file_name varchar,
    file_hash varchar, sheet_name varchar, rows_read bigint, rows_used bigint, rows_excluded bigint, rows_rejected bigint,
    cells_read bigint, cells_used bigint, cells_excluded bigint, cells_rejected bigint
);
insert into fct_return values
    ('r1', 'pt-so-y-te', 'pt-so-y-te', 'danh_sach_ca_nhan', '2025', '', 'award', '', '', 'accepted', 'counts', null, '2026-01-10', 'so-y-te.xlsx', 'h1', 'DS', 20, 10, 10, 0, 100, 60, 40, 0),
    ('r2', 'pt-so-y-te', 'pt-so-y-te', 'mau_02', '2025', '', 'award', '', '', 'accepted_with_warnings', 'counts', null, '2026-01-11', 'so-y-te-m02.xlsx', 'h2', 'M', 9, 5, 4, 0, 50, 30, 20, 0);

create table fct_contribution (
    contribution_id varchar, return_id varchar, source_file varchar, source_sheet varchar, source_cell varchar, fact varchar, measure varchar, amount bigint,
    unit_code varchar, award_year bigint, decided_year bigint, form_code varchar, level_code varchar, achievement_code varchar, source varchar
);
insert into fct_contribution values
    ('r1-1:award:award_count', 'r1', 'so-y-te.xlsx', 'DS', 'H10', 'award', 'award_count', 1, 'pt-so-y-te', 2025, 2025, 'bk_tinh', 'tinh', 'thuong_xuyen', 'list'),
    ('r1-1:beneficiary:individual_count', 'r1', 'so-y-te.xlsx', 'DS', 'B10', 'beneficiary', 'individual_count', 1, 'pt-so-y-te', 2025, 2025, 'bk_tinh', 'tinh', '', 'list'),
    ('r1-1:beneficiary:woman_count', 'r1', 'so-y-te.xlsx', 'DS', 'D10', 'beneficiary', 'woman_count', 1, 'pt-so-y-te', 2025, 2025, 'bk_tinh', 'tinh', '', 'list'),
    ('r1-2:award:award_count', 'r1', 'so-y-te.xlsx', 'DS', 'H11', 'award', 'award_count', 1, 'pt-so-y-te', 2025, 2025, 'bk_tinh', 'tinh', 'dot_xuat', 'list'),
    ('r1-2:beneficiary:collective_count', 'r1', 'so-y-te.xlsx', 'DS', 'B11', 'beneficiary', 'collective_count', 1, 'pt-so-y-te', 2025, 2025, 'bk_tinh', 'tinh', '', 'list'),
    ('r2:M!C8:award', 'r2', 'so-y-te-m02.xlsx', 'M', 'C8', 'beneficiary', 'award_count', 12, 'pt-so-y-te', 2025, 0, 'giay_khen', 'so', '', 'tally'),
    ('r2:M!D8:award', 'r2', 'so-y-te-m02.xlsx', 'M', 'D8', 'award', 'award_count', 12, 'pt-so-y-te', 2025, 0, 'giay_khen', 'so', 'thuong_xuyen', 'tally'),
    ('r2:M!D8:achievement_count=thuong_xuyen:crossed:individual_count=thuong_xuyen', 'r2', 'so-y-te-m02.xlsx', 'M', 'D8', 'crossed', 'individual_count', 12, 'pt-so-y-te', 2025, 0, 'giay_khen', 'so', 'thuong_xuyen', 'tally');

create table fct_finding (
    finding_id varchar, return_id varchar, source_file varchar, source_sheet varchar, source_cell varchar, code varchar,
    severity varchar, got varchar, want varchar, mend varchar, want_en varchar, mend_en varchar, state varchar, is_personal boolean
);
insert into fct_finding values
    ('r2:1', 'r2', 'so-y-te-m02.xlsx', 'M', 'C9', 'total-differs', 'warning', '13', '12', 'xem lại tổng', '12', 'look at the total', 'open', false);

create table dim_quota (
    quota_code varchar, name_vi varchar, name_en varchar, limit_percent bigint, least_allowed bigint, scope varchar, reading_of varchar,
    is_active boolean, valid_from date, valid_to date, legal_basis varchar);
insert into dim_quota values
    ('cstdcs-ldtt', 'CSTĐCS trên LĐTT', 'Fighters by workers', 15, 1, 'unit', 'cstdcs-ldtt', true, '2014-01-01', '2023-12-31', 'TT 07/2014');

create table mart_quota (
    award_year bigint, unit_code varchar, quota_code varchar, numerator_count bigint, denominator_count bigint, numerator_share double,
    limit_percent bigint, is_exceeded boolean);
insert into mart_quota values
    (2023, 'pt-so-y-te', 'cstdcs-ldtt', 4, 10, 0.4, 15, true),
    (2023, 'pt-so-noi-vu', 'cstdcs-ldtt', 4, null, null, 15, null),
    (2022, 'pt-so-y-te', 'cstdcs-ldtt', 1, 10, 0.1, 15, false);

create table dim_law_break (break_on date, break_code varchar, form_code varchar, kind varchar, short_vi varchar, short_en varchar,
    text_vi varchar, text_en varchar, legal_basis varchar, is_verified boolean);
insert into dim_law_break values
    ('2024-01-01', 'luat-2022', '', 'law', 'Luật mới', 'New law', 'từ 1/1/2024 áp dụng luật 2022', 'from 1/1/2024 under the 2022 law', 'L22', true),
    ('2024-01-01', 'ten-ldtt', 'ldtt', 'name', 'Tên mới', 'New name', 'từ 1/1/2024 tên khác', 'from 1/1/2024 another name', 'L22', true),
    ('2025-07-01', 'hai-cap', '', 'unit', 'Sáp nhập', 'Mergers', 'từ 1/7/2025 không còn cấp huyện', 'from 1/7/2025 without districts', 'N152', false);

create table mart_form_period (
    period varchar, form_code varchar, award_count bigint, collective_count bigint, household_count bigint, individual_count bigint,
    list_count bigint, tally_count bigint, not_split_count bigint);
insert into mart_form_period values
    ('2025-H1', 'ldtt', 6, 0, 0, 6, 6, null, 4), ('2025-H1', 'bk_tinh', null, null, null, null, null, null, 7),
    ('2024-2025', 'ldtt', 4, 0, 0, 4, 4, null, 6);

create table dim_statistic (statistic varchar, measure varchar, section varchar, name_vi varchar, name_en varchar, count_unit_vi varchar,
    count_unit_en varchar, display_order bigint, is_verified boolean, note varchar);
insert into dim_statistic values
    ('movement_total', 'movement_count', '', 'Số phong trào thi đua', 'Emulation movements', 'Phong trào', 'movements', 10, false, null),
    ('staff_total', 'staff_count', '', 'Công chức', 'Staff', 'Người', 'persons', 190, false, null);

create table fct_statistic (return_id varchar, source_file varchar, source_sheet varchar, source_cell varchar, statistic varchar,
    column_code varchar, measure varchar, unit_code varchar, report_year bigint, form_of_return varchar, period varchar, amount bigint);
insert into fct_statistic values
    ('r2', 'so-y-te-m02.xlsx', 'M', 'C7', 'staff_total', 'all', 'staff_count', 'pt-so-y-te', 2025, 'bieu_0605', '2025', 9),
    ('r2', 'so-y-te-m02.xlsx', 'M', 'D7', 'staff_total', 'woman', 'staff_count', 'pt-so-y-te', 2025, 'bieu_0605', '2025', 5);

create table mart_statistic_year (report_year bigint, statistic varchar, column_code varchar, statistic_count bigint, unit_count bigint);
insert into mart_statistic_year values
    (2024, 'movement_total', 'all', 7, 2), (2025, 'staff_total', 'all', 9, 1), (2025, 'staff_total', 'woman', 5, 1);
create table dim_delegate_role (role_code varchar, name_vi varchar, name_en varchar, display_order bigint);
insert into dim_delegate_role values ('dien_hinh', 'Điển hình', 'Exemplars', 1), ('khach_moi', 'Khách mời', 'Guests', 2), ('chua_ro', 'Chưa rõ', 'Not known', 3);
create table dim_economic_sector (sector_code varchar, name_vi varchar, name_en varchar, display_order bigint);
insert into dim_economic_sector values ('nha_nuoc', 'Nhà nước', 'State', 1), ('chua_ro', 'Chưa rõ', 'Not known', 6);
create table dim_exemplar_status (status_code varchar, name_vi varchar, name_en varchar, display_order bigint);
insert into dim_exemplar_status values ('boi_duong', 'Đang bồi dưỡng', 'Fostered', 2), ('chua_ro', 'Chưa rõ', 'Not known', 6);
create table dim_exemplar_field (field_code varchar, name_vi varchar, name_en varchar);
insert into dim_exemplar_field values ('y_te', 'Y tế', 'Health'), ('kinh_te_ho', 'Kinh tế hộ', 'Household economy'), ('chua_ro', 'Chưa rõ', 'Not known');
create table dim_exemplar_target (
    period varchar, field_code varchar, kind_code varchar, target_count bigint, lead_unit_code varchar, lead_name varchar, field_name varchar,
    from_year bigint, to_year bigint
);
insert into dim_exemplar_target values ('2021..2025', 'kinh_te_ho', 'household+individual', 5, 'u1', 'Sở Một', 'Kinh tế hộ', 2021, 2025);
create table dim_congress_target (
    target_code varchar, level_code varchar, role_code varchar, target_percent bigint, valid_from date, valid_to date, legal_basis varchar,
    basis_en varchar
);
insert into dim_congress_target values
    ('a', 'tinh', 'dien_hinh', 60, date '2010-01-01', date '2018-12-31', 'old', 'old'), ('b', 'tinh', 'dien_hinh', 70, date '2019-06-26', null, 'plan', 'plan'),
    ('c', 'tinh', 'khach_moi', 30, date '2019-06-26', null, 'plan', 'plan');
create table mart_congress (
    congress_year bigint, cycle_code varchar, level_code varchar, unit_code varchar, role_code varchar, sector_code varchar, delegate_count bigint,
    woman_count bigint, woman_unknown_count bigint, youth_count bigint, youth_unknown_count bigint, young_count bigint, young_unknown_count bigint,
    ethnic_minority_count bigint, ethnic_minority_unknown_count bigint, religious_count bigint, religious_unknown_count bigint,
    direct_worker_count bigint, direct_worker_unknown_count bigint
);
insert into mart_congress values
    (2025, 'dai-hoi-11', 'tinh', 'u1', 'dien_hinh', 'nha_nuoc', 7, 3, 1, 2, 1, 1, 4, 1, 0, 0, 2, 3, 1),
    (2025, 'dai-hoi-11', 'tinh', 'u2', 'khach_moi', 'chua_ro', 3, 1, 0, 0, 0, 0, 3, 0, 3, 0, 3, 0, 3),
    (2025, 'dai-hoi-11', 'nha_nuoc', 'u1', 'chua_ro', 'chua_ro', 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1),
    (2020, 'dai-hoi-10', 'tinh', 'u1', 'dien_hinh', 'nha_nuoc', 4, 2, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0);
create table mart_exemplar_field (
    period varchar, field_code varchar, kind_code varchar, target_count bigint, found_count bigint, listed_count bigint, missing_count bigint, lead_unit_code varchar
);
insert into mart_exemplar_field values
    ('2021..2025', 'kinh_te_ho', 'household+individual', 5, 2, 4, 3, 'u1'), ('2021..2025', 'y_te', 'individual', null, 1, 1, null, 'chua_ro'),
    ('2018', 'y_te', 'individual', null, 1, 1, null, 'chua_ro');
create table mart_exemplar_unit (
    period varchar, unit_code varchar, field_code varchar, status_code varchar, exemplar_count bigint, collective_count bigint, household_count bigint,
    individual_count bigint, kind_unknown_count bigint, woman_count bigint, woman_unknown_count bigint, direct_worker_count bigint, direct_worker_unknown_count bigint
);
insert into mart_exemplar_unit values
    ('2021..2025', 'u1', 'kinh_te_ho', 'boi_duong', 2, 0, 1, 1, 0, 1, 0, 1, 0), ('2021..2025', 'u2', 'y_te', 'chua_ro', 1, 0, 0, 1, 0, 0, 1, 0, 1),
    ('2018', 'u1', 'y_te', 'chua_ro', 1, 0, 0, 1, 0, 0, 0, 0, 0);
