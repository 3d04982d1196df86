package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"goodgraces/classifier/train"
	"goodgraces/responder/grievance"
)

const writtenUsage = "learn from the posts written for training in `FOLDER` too (responder/grievance/gist/testdata)"

// trainingPosts reads the English posts that were written to be learned from,
// none where no folder is given: those of written/en, and those of other, which
// teach nothing but that they tell of no trouble. A mere insult is neither.
func trainingPosts(folder string) ([]train.Post, error) {
	if folder == "" {
		return nil, nil
	}
	var files []string
	for _, part := range []string{"written/en", "other"} {
		found, err := filepath.Glob(filepath.Join(folder, part, "*.tsv"))
		if err != nil {
			return nil, fmt.Errorf("train: %s: %w", folder, err)
		}
		if len(found) == 0 {
			return nil, &usageError{fmt.Errorf("--written %s: there is no %s/*.tsv", folder, part)}
		}
		files = append(files, found...)
	}
	slices.SortFunc(files, func(a, b string) int { return strings.Compare(filepath.Base(a), filepath.Base(b)) })
	var posts []train.Post
	for _, file := range files {
		err := eachPair(file, func(classes, post string) {
			of := strings.Split(classes, "+")
			if !slices.Contains(of, "insult") {
				posts = append(posts, train.Post{Text: post, Complaint: slices.ContainsFunc(of, grievance.IsTrouble)})
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return posts, nil
}
