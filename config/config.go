// Package config reads, validates and reloads the configuration. It is the only
// user of viper.
//
// One table (table.go) lists every key with its default, what is allowed and
// what it means. Loading, checking, the environment's names, the example file
// and docs/configuration.md all come from it.
package config

import "time"

// Config is a whole, valid configuration. It is never changed after it was
// loaded: a reload makes a new one.
type Config struct {
	Data       string      `mapstructure:"data"` // folder of the embedded database, the outbox and connectors' files
	Brand      Brand       `mapstructure:"brand"`
	Store      Store       `mapstructure:"store"`
	Queue      Queue       `mapstructure:"queue"`
	Work       Work        `mapstructure:"work"`
	Classifier Classifier  `mapstructure:"classifier"`
	Authors    Authors     `mapstructure:"authors"`
	Responder  Responder   `mapstructure:"responder"`
	Sender     Sender      `mapstructure:"sender"`
	Incidents  Incidents   `mapstructure:"incidents"`
	Desk       Desk        `mapstructure:"desk"`
	Connectors []Connector `mapstructure:"connectors"` // of the file, then those of the folder
	// ConnectorsDir is the folder of the connectors that the desk sets up; see
	// ConnectorsFolder.
	ConnectorsDir string `mapstructure:"connectors_dir"`
	Log           Log    `mapstructure:"log"`

	// File is where it was read from; "" when there was none.
	File string `mapstructure:"-"`
}

// Brand is who we are.
type Brand struct {
	Name     string   `mapstructure:"name"`
	Handles  []string `mapstructure:"handles"`  // our own accounts, without @
	Keywords []string `mapstructure:"keywords"` // what else to watch for
}

// Store says where cases live.
type Store struct {
	URL string `mapstructure:"url"` // secret; "" is SQLite in Data; postgres://…
}

// Queue says what carries mentions.
type Queue struct {
	URL string `mapstructure:"url"` // secret; "" is a table in SQLite in Data; redis://…
}

// Work sets the workers.
type Work struct {
	Workers  int           `mapstructure:"workers"`  // 0 is one a core
	Batch    int           `mapstructure:"batch"`    // mentions taken at a time
	Lease    time.Duration `mapstructure:"lease"`    // how long a worker may keep them
	Attempts int           `mapstructure:"attempts"` // then a mention is dead-lettered
}

// Classifier sets the model and the policy.
type Classifier struct {
	Model     string   `mapstructure:"model"`     // file; "" is the shipped one
	Complaint float64  `mapstructure:"complaint"` // thresholds, 0..1
	Praise    float64  `mapstructure:"praise"`
	Question  float64  `mapstructure:"question"`
	Languages []string `mapstructure:"languages"` // posts in another language go to a person
	Learn     bool     `mapstructure:"learn"`     // from the team's corrections, every night
	LearnAt   string   `mapstructure:"learn_at"`  // HH:MM, local time
	Topics    []Topic  `mapstructure:"topics"`    // the taxonomy; empty is the one that is built in
	Policy    []Rule   `mapstructure:"policy"`    // first match wins; empty is the table that is built in
}

// Topic is one topic of the taxonomy; see topics.Topic of the classifier.
type Topic struct {
	Name        string   `mapstructure:"name"`
	Description string   `mapstructure:"description"`
	Keywords    []string `mapstructure:"keywords"`
	Examples    []string `mapstructure:"examples"`
}

// Rule is one line of the policy; see classifier.Rule.
type Rule struct {
	Name   string   `mapstructure:"rule"`
	When   []string `mapstructure:"when"` // all must hold
	Action string   `mapstructure:"action"`
}

// Authors says who is met how; see authors.Rules.
type Authors struct {
	CloseAt   float64            `mapstructure:"close_at"`
	SilenceAt float64            `mapstructure:"silence_at"`
	Signals   map[string]float64 `mapstructure:"signals"` // weight of one post, by the signal's name
	Budget    Budget             `mapstructure:"budget"`
	Retention time.Duration      `mapstructure:"retention"` // profiles not seen for longer are erased; 0 keeps them
}

// Budget is how much public attention one author gets; see care.Budget, whose
// fields it has.
type Budget struct {
	PerThread int           `mapstructure:"per_thread"`
	Closing   int           `mapstructure:"closing"`
	PerAuthor int           `mapstructure:"per_author"`
	Window    time.Duration `mapstructure:"window"`
}

// Responder sets templates and private routes.
type Responder struct {
	Templates     string        `mapstructure:"templates"`         // folder; "" is the shipped ones
	Shipped       bool          `mapstructure:"shipped"`           // the shipped ones apply where the folder has none of their name
	Approval      bool          `mapstructure:"template_approval"` // a second person publishes what one wrote
	Routes        []Route       `mapstructure:"routes"`
	WaitFor       time.Duration `mapstructure:"wait_for"`       // a wait that was said longer ago is no longer said
	MeasuredWaits bool          `mapstructure:"measured_waits"` // say what cases took, where nobody said a wait
	FollowUp      time.Duration `mapstructure:"follow_up"`      // after a resolution; 0 asks nobody
	FormFor       time.Duration `mapstructure:"form_for"`       // how long a form's link works
	FormKeep      time.Duration `mapstructure:"form_keep"`      // how long what was filled in is kept
	LLM           LLM           `mapstructure:"llm"`
	Checks        []Check       `mapstructure:"checks"` // rules that do not have their default level
}

// LLM is a language model behind an OpenAI-compatible endpoint.
type LLM struct {
	URL     string        `mapstructure:"url"` // "" is none
	Key     string        `mapstructure:"key"`
	Model   string        `mapstructure:"model"`
	Timeout time.Duration `mapstructure:"timeout"`
	PerDay  int           `mapstructure:"per_day"` // calls; 0 is no limit
}

// Check sets the level of one rule; see check.Setting of the responder.
type Check struct {
	Rule  string `mapstructure:"rule"`
	Level string `mapstructure:"level"` // block, warn, off
}

// Route is a way into a private conversation; see responder.Route.
type Route struct {
	Name      string   `mapstructure:"name"`
	Kind      string   `mapstructure:"kind"`
	Text      string   `mapstructure:"text"`
	Hours     string   `mapstructure:"hours"`
	Zone      string   `mapstructure:"zone"`
	Holidays  []string `mapstructure:"holidays"`
	Languages []string `mapstructure:"languages"`
}

// Sender sets how approved answers leave.
type Sender struct {
	UndoFor     time.Duration `mapstructure:"undo_for"`     // an approval can be taken back this long
	Timeout     time.Duration `mapstructure:"timeout"`      // of one call to a platform
	SettleAfter time.Duration `mapstructure:"settle_after"` // wait before an unknown send is looked up
	SettleTries int           `mapstructure:"settle_tries"` // failed look-ups before it is parked for a person
	Attempts    int           `mapstructure:"attempts"`     // tries where the platform certainly took nothing
	Lease       time.Duration `mapstructure:"lease"`        // a claim older than this means its sender died
	ResponseDue time.Duration `mapstructure:"response_due"` // target for the first response
}

// Incidents says when many posts are one matter; see incidents.Limits.
type Incidents struct {
	Window   time.Duration `mapstructure:"window"`   // posts further apart have nothing to do with each other
	Accounts int           `mapstructure:"accounts"` // how many it takes
	Similar  float64       `mapstructure:"similar"`  // share of their words that copies have in common
}

// Desk sets the web desk.
type Desk struct {
	Addr      string        `mapstructure:"addr"`       // HOST:PORT
	PublicURL string        `mapstructure:"public_url"` // as people reach it; "" is http://Addr
	Session   time.Duration `mapstructure:"session"`    // signed out after this long
	ScoresFor string        `mapstructure:"scores_for"` // weakest role that sees an author's score
	RoutesFor string        `mapstructure:"routes_for"` // weakest role that says how a route stands
	APIToken  string        `mapstructure:"api_token"`  // secret; "" shuts /api
}

// Connector is one configured connector. Settings are checked against its
// type's spec by Options.CheckConnector.
type Connector struct {
	Name     string         `mapstructure:"name"`
	Type     string         `mapstructure:"type"`
	Disabled bool           `mapstructure:"disabled"`
	Requests int            `mapstructure:"daily_requests"` // to the platform in a day (UTC); 0 is no limit
	Money    float64        `mapstructure:"daily_money"`    // US dollars in a day (UTC); 0 is no limit
	Settings map[string]any `mapstructure:"settings"`

	// File is its own file in the folder of connectors; "" where it stands in the
	// configuration file.
	File string `mapstructure:"-"`
	// Env names the variables that set some of the settings, by setting.
	Env map[string]string `mapstructure:"-"`
	// Files names the files that hold some of the secrets, by setting, as the
	// configuration gives them.
	Files map[string]string `mapstructure:"-"`
}

// Log sets the log.
type Log struct {
	Level  string `mapstructure:"level"`  // debug, info, warn, error
	Format string `mapstructure:"format"` // text or json
}

// Options of Load.
type Options struct {
	File  string         // --config; "" is $GRACES_CONFIG, else graces.yaml in the working folder, else none
	Flags map[string]any // dotted key → value, for flags that were given; they win over all else
	Env   []string       // os.Environ()
	// CheckConnector checks one connector's type and settings and returns
	// the settings' problems, Key being the setting ("" for the type itself);
	// Load adds file and line. Settings given as KEY_file or in the
	// environment are in place by then. nil checks nothing.
	CheckConnector func(c Connector, brand Brand) []Problem
	// CheckClassifier checks the taxonomy and the policy and returns the
	// problems, Key being the key within the section (policy[2].when); Load
	// adds file and line. nil checks nothing.
	CheckClassifier func(c Classifier) []Problem
	// CheckResponder does the same for the responder (checks[0].rule).
	CheckResponder func(r Responder) []Problem
	// IsSecret says which connector settings are secret: they may be given
	// as KEY_file. nil holds all of them for secret.
	IsSecret func(connectorType, key string) bool
	// SettingHelp says what a connector's setting is and where its value comes
	// from, for the remedy of a file that cannot be read. nil says nothing.
	SettingHelp func(connectorType, key string) string
}
