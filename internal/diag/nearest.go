package diag

// Nearest returns the candidate closest to word by Levenshtein distance, for "did you mean". It is "" where none is
// closer than a third of the word's length, or two letters for short words.
func Nearest(word string, candidates []string) string {
	best, at := max(2, len(word)/3)+1, ""
	for _, c := range candidates {
		if d := distance(word, c, best); d < best {
			best, at = d, c
		}
	}
	return at
}

// distance is the Levenshtein distance of a and b in bytes, or limit if it is at least that.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			substitute := diagonal
			if a[i] != b[j] {
				substitute++
			}
			diagonal = row[j+1]
			row[j+1] = min(substitute, row[j]+1, row[j+1]+1)
		}
	}
	return min(row[len(b)], limit)
}
