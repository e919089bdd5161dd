package main

// sheetMau01 lays Mẫu 01 out: a unit a row, a form a column, headings with subtotals, the total last.
func (t table) sheetMau01(name string) *sheet {
	s := newSheet(name)
	n := 3 + len(t.forms)
	s.Landscape = n > 7
	s.Widths[1], s.Widths[2], s.Widths[3] = 7, 40, 11
	for c := 4; c <= n; c++ {
		s.Widths[c] = 17
	}
	row := t.head.write(s, n)
	s.span(row, 1, row+1, 1, "STT", "head")
	s.span(row, 2, row+1, 2, "Tên đơn vị", "head")
	s.span(row, 3, row, n, "Danh hiệu thi đua/Hình thức khen thưởng", "head")
	s.text(row+1, 3, "Tổng số", "head")
	for i, f := range t.forms {
		s.text(row+1, 4+i, t.formName(f), "head")
	}
	row += 2
	for c := 1; c <= n; c++ {
		s.text(row, c, yearText(c), "index")
	}
	row++
	for i, u := range t.units {
		style, numStyle := "cell", "num"
		of := u.of
		if u.code == "" {
			style, numStyle = "group", "groupnum"
			of = t.under(i)
		}
		s.text(row, 1, u.mark, style)
		s.text(row, 2, u.text, style)
		t.mau01Line(s, row, of, numStyle, 0)
		row++
	}
	s.span(row, 1, row, 2, "Tổng cộng", "group")
	t.mau01Line(s, row, t.under(-1), "groupnum", t.wrong["Tổng cộng"])
	t.head.sign(s, row+2, n)
	return s
}

func (t table) mau01Line(s *sheet, row int, of map[string]int, style string, wrong int) {
	sum, any := 0, false
	for i, f := range t.forms {
		n, ok := of[f]
		s.put(row, 4+i, t.count(n, ok, style))
		sum, any = sum+n, any || ok
	}
	s.put(row, 3, t.count(sum+wrong, any, style))
}

// under adds up the units below heading i, to the next heading of its rank ("I" outranks "I.1"); -1 adds up all.
func (t table) under(i int) map[string]int {
	sum := map[string]int{}
	for j := i + 1; j < len(t.units); j++ {
		u := t.units[j]
		if u.code == "" {
			if i >= 0 && len(rank(u.mark)) <= len(rank(t.units[i].mark)) {
				break
			}
			continue
		}
		for f, n := range u.of {
			sum[f] += n
		}
	}
	return sum
}

// rank of a heading's mark: I and II have one dot fewer than I.1.
func rank(mark string) string {
	dots := ""
	for _, c := range mark {
		if c == '.' {
			dots += "."
		}
	}
	return dots
}
