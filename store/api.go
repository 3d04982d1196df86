package store

import (
	"context"
	"time"

	"goodgraces/care"
)

// API is every method of *Store, in one place to read and for storetest to
// check at compile time. Callers use *Store itself.
type API interface {
	// Migrate brings the schema up to date; Version reports it. Open does
	// not migrate by itself.
	Migrate(ctx context.Context) error
	Version(ctx context.Context) (current, latest int64, err error)
	Ping(ctx context.Context) error
	Close() error

	// Record saves handled mentions with their cases, drafts and authors'
	// profiles in one transaction. A mention that is there already is left
	// as it is, with its case. Profiles are saved on top of the version they
	// were read at: ErrConflict, and nothing saved, when one changed
	// meanwhile, when a mention became known meanwhile, or when the incident
	// of a Spot does not go on; read again, then retry. Gatherings are opened
	// as Gather does it, in the same transaction.
	Record(ctx context.Context, hs []Handled, profiles []care.Profile, gs ...Gathering) error
	// Known returns which of the mention keys are stored, and with it the
	// ID of the case each has ("" for none).
	Known(ctx context.Context, keys []string) (map[string]string, error)
	// Refs returns Mention.Ref of those of the mention keys that are stored:
	// of several readings of a post, the one that was kept.
	Refs(ctx context.Context, keys []string) (map[string]string, error)
	// Retract erases the text of deleted posts, withdraws sends not yet
	// claimed and dismisses cases that still wait. Unknown keys are ignored.
	Retract(ctx context.Context, keys []string, at time.Time) error
	// Revise takes in that an author edited a post, stops an approved answer
	// that has not left, and opens the case, if h has one, of a post without.
	// Unknown keys and known edits are ignored.
	Revise(ctx context.Context, h Handled, at time.Time) error
	// Label adds to what a post is labelled with; all says that it has these
	// labels alone, and the others were taken back. Unknown keys are ignored.
	Label(ctx context.Context, key string, labels []string, all bool) error
	Mention(ctx context.Context, key string) (MentionRow, error)
	// PostsOf lists the IDs of an account's mentions whose text is kept, oldest
	// first.
	PostsOf(ctx context.Context, authorKey string) ([]string, error)
	// Kept lists up to n posts of a platform that may be deleted or edited to some
	// effect: first those of cases that somebody still works on, then those read
	// since a moment, each the newest first.
	Kept(ctx context.Context, platform string, since time.Time, n int) ([]care.Mention, error)
	// KeptInTurn lists up to n posts of a platform whose text is kept, the longest
	// kept first, behind an earlier list's next (0: from the first); next is 0 at
	// the end. all is how many there are.
	KeptInTurn(ctx context.Context, platform string, behind int64, n int) (posts []care.Mention, next int64, all int, err error)
	Mentions(ctx context.Context, f MentionFilter) ([]MentionRow, error)
	CountMentions(ctx context.Context, since time.Time) (total, withoutCase int, err error)

	// Profiles returns the profiles of the author keys that have one; linked
	// accounts have one between them, under a Key of its own.
	Profiles(ctx context.Context, keys []string) (map[string]care.Profile, error)
	// Accounts lists the author keys of the same person, this one among them.
	// Link makes two accounts one person's (ErrConflict where they are),
	// Unlink takes one out again (ErrNotFound where it stands alone). Suggest
	// lists accounts that look like the same person's, with the reason.
	Accounts(ctx context.Context, authorKey string) ([]string, error)
	Link(ctx context.Context, a, b, actor string, at time.Time) error
	Unlink(ctx context.Context, authorKey, actor string, at time.Time) error
	Suggest(ctx context.Context, authorKey string) ([]Suggestion, error)
	FindAuthors(ctx context.Context, platform, handleOrID string) ([]string, error)
	// Timeline lists what accounts wrote and what became of it, newest first.
	Timeline(ctx context.Context, authorKeys []string, after string, limit int) ([]Event, error)
	// Overrule sets how an author is met, against the software's judgement; an
	// empty Stance takes that back. Uphold and it count what people made of
	// the signals: SignalCounts.
	Overrule(ctx context.Context, authorKey string, o care.Overrule) error
	Uphold(ctx context.Context, signals []string) error
	SignalCounts(ctx context.Context) (map[string]SignalCount, error)
	// Notes about authors, newest first; DeleteNote takes the actor's own only.
	AddNote(ctx context.Context, n Note) (Note, error)
	DeleteNote(ctx context.Context, id int64, actor string, at time.Time) error
	Notes(ctx context.Context, authorKeys []string) ([]Note, error)
	// LatestCase returns the case of an author's latest mention that has one.
	LatestCase(ctx context.Context, authorKey string) (care.Case, error)
	// Forget erases an author: profile, notes, links, mentions, what drafts,
	// sends and decisions of their cases say, and what elsewhere points at
	// them. The audit trail keeps that it happened, without a name.
	Forget(ctx context.Context, authorKey, actor string, at time.Time) (Forgotten, error)
	// Expire erases up to limit profiles last saved on a day before the
	// cutoff's, with links and notes, and returns how many.
	Expire(ctx context.Context, cutoff time.Time, limit int) (int, error)
	// Dossier gathers everything that is kept of one account.
	Dossier(ctx context.Context, authorKey string) (Dossier, error)
	// Holdings tells what Forget would find, without erasing it.
	Holdings(ctx context.Context, authorKey string) (Forgotten, error)

	Case(ctx context.Context, id string) (*CaseFile, error)
	Cases(ctx context.Context, f CaseFilter) ([]CaseRow, error)
	CaseFiles(ctx context.Context, f CaseFilter) ([]CaseFile, error) // for export: in batches, few queries
	CountCases(ctx context.Context) (Counts, error)
	// ChangedSince lists the IDs of cases changed after a revision, in the
	// order of change, and the revision to ask from next time. A revision is
	// a number that rises with each transaction, given under the write lock,
	// so that no change is ever missed. A negative revision lists nothing
	// and returns the present one: where to start from.
	ChangedSince(ctx context.Context, since int64) (ids []string, next int64, err error)
	// Gather makes one incident of the posts of each gathering: the one that
	// goes on at the same spot, an ended one anew, or a new one. Cases that
	// wait, that nobody has worked on and that have no matter of their own are
	// dismissed in its favour; the lead's case gets the statement as its
	// draft. Posts that people found to be separate matters stay that.
	Gather(ctx context.Context, gs []Gathering, at time.Time) error
	// Sightings lists what the watch for incidents remembers of the mentions
	// stored after a place in their order, oldest first, and the place to ask
	// from next time. A negative place is as far back as limit mentions.
	Sightings(ctx context.Context, after int64, limit int) (found []Sighting, next int64, err error)
	// Spots lists the incidents that the watch must know of: those that go
	// on, and those that people found to be separate matters since a moment.
	Spots(ctx context.Context, since time.Time) ([]Spot, error)
	Incident(ctx context.Context, id string) (care.Incident, error)
	Incidents(ctx context.Context, f IncidentFilter) ([]care.Incident, error) // newest first
	CountIncidents(ctx context.Context) (int, error)                          // those that go on
	// Growth counts an incident's posts by the time they were written, from
	// its start on, in steps of width; steps without posts are left out.
	Growth(ctx context.Context, id string, width time.Duration) ([]Bucket, error)
	// Loudest lists the accounts with the most posts in an incident.
	Loudest(ctx context.Context, id string, limit int) ([]Account, error)
	// OwnCases lists the cases of an incident that have a matter of their own.
	OwnCases(ctx context.Context, id string, limit int) ([]CaseRow, error)
	// EndQuiet ends the incidents that had no post since a moment and returns
	// their IDs.
	EndQuiet(ctx context.Context, since, at time.Time) ([]string, error)
	// EndIncident ends an incident by a person's word: what comes later is
	// handled as ever. ErrConflict when it has ended.
	EndIncident(ctx context.Context, id, actor string, at time.Time) error
	// SplitIncident ends an incident because its posts are separate matters:
	// they get their cases back, and what comes at the same spot later keeps
	// its own. It returns how many cases were opened or opened again.
	SplitIncident(ctx context.Context, id, actor string, at time.Time) (int, error)
	// OpenCase gives a mention that needed no answer a case after all.
	OpenCase(ctx context.Context, mentionKey, actor string, at time.Time) (care.Case, error)
	// Decide moves a case by a person's decision and records it, a resolution
	// in the author's profile too. The target state must be one move away:
	// *care.MoveError otherwise. DecideWithdraw
	// withdraws the case's unclaimed sends as well, and fails with a
	// MoveError when one is already claimed.
	Decide(ctx context.Context, d care.Decision, to care.State) (care.Case, error)
	// SaveDraft makes a draft current (number and ID are set by the store),
	// records who made it, and moves open → drafted, or back where it has no text. It fails with a
	// MoveError in states that take no draft.
	SaveDraft(ctx context.Context, d care.Draft) (care.Draft, error)
	// SaveDraftOver is SaveDraft in place of the draft named: ErrConflict, and
	// nothing saved, where another is current by now or the case does not wait.
	SaveDraftOver(ctx context.Context, d care.Draft, over string) (care.Draft, error)
	// CurrentDrafts returns the current drafts of those of the cases that have one.
	CurrentDrafts(ctx context.Context, caseIDs []string) (map[string]care.Draft, error)
	// Drafted counts which of the cases have a current draft with a text.
	Drafted(ctx context.Context, caseIDs []string) (int, error)
	// Approve saves the draft, writes the sends and moves drafted →
	// approved, all or nothing. A second approval gets a MoveError. With
	// ByHand, the case is sent at once, with that receipt.
	Approve(ctx context.Context, a Approval) ([]care.Send, error)
	// ApproveAfter writes a message that goes out after the resolution, once:
	// a closing line where our answer stands in public, a follow-up where our
	// private message arrived and nothing forbids to ask. *care.MoveError
	// otherwise. WithdrawAfter takes it back before it is claimed, as
	// reopening the case does.
	ApproveAfter(ctx context.Context, a Aftercare) (care.Send, error)
	WithdrawAfter(ctx context.Context, sendID, actor string, at time.Time) error
	DeclineFollowUp(ctx context.Context, caseID, actor string, at time.Time) error
	CountFollowUps(ctx context.Context, f FollowUp) (int, error)
	// SaveAnswer keeps what a customer said in private. used names the link
	// that it came by ("" where a person wrote it down): ErrConflict when it
	// was used already. Of the scores that a customer gives to one case the
	// first counts. ErrNotFound when the case is gone or forgotten.
	SaveAnswer(ctx context.Context, a care.Answer, used string) (care.Answer, error)
	// Asked lists, by author (care.Mention.AuthorKey), the follow-ups that
	// were approved since a moment, have left, and to whose case no score was
	// given. Record files what is said to them (Handled.Answer), once.
	Asked(ctx context.Context, authors []string, since time.Time) (map[string][]Asked, error)
	AnswerUsed(ctx context.Context, used string) (bool, error)
	SeeAnswers(ctx context.Context, caseID, actor string, at time.Time) error
	CountUnseen(ctx context.Context) (int, error)
	// EraseAnswers erases the texts of answers given before a moment; their
	// scores stay.
	EraseAnswers(ctx context.Context, before time.Time) (int, error)
	// FollowUpScores adds up the scores since a moment, by the template of the
	// case's answer.
	FollowUpScores(ctx context.Context, since time.Time) (map[string]Scores, error)
	// RouteStates is what was said of the routes, by name.
	RouteStates(ctx context.Context) (map[string]care.RouteState, error)
	// RoutesNow is the same on the terms of the configuration.
	RoutesNow(ctx context.Context, terms RouteTerms) (map[string]care.RouteState, error)
	SetRoute(ctx context.Context, c RouteChange) (care.RouteState, error)
	// HandoffTimes measures, by the route taken, how long cases resolved since
	// a moment took from our answer to their first private word, or else to
	// the resolution.
	HandoffTimes(ctx context.Context, since time.Time) (map[string]HandoffTime, error)
	// Key is a random key of a name, made the first time it is asked for.
	Key(ctx context.Context, name string) ([]byte, error)
	RecentAnswers(ctx context.Context, connector string, limit int) ([]string, error)        // public texts, newest first
	AnswersTo(ctx context.Context, authors []string, limit int) (map[string][]string, error) // those to each author (care.Mention.AuthorKey)

	// ClaimSends leases up to limit sends that are due: approved ones whose
	// predecessor (After) is Done or parked, which become sending, and
	// unknown, unparked ones whose NotBefore has passed, which stay unknown.
	// A send whose claim (sending) outlived its lease becomes unknown: its
	// holder died. It is leased at once, or once Settle has passed. The cases
	// move along with their public send. A public
	// send whose predecessor was not sent says Otherwise instead of Text: the
	// row's Text is replaced as it is claimed, so that what was said stands
	// in the row before the network is touched. Attempts rises with each
	// claim as sending.
	//
	// A public send that goes beyond the attention budget, and that nobody
	// Allowed, is not claimed: it fails with the reason and the remedy, and
	// with it a private message that has not left yet. A public send counts
	// from the moment when it, or the private message before it, is first
	// claimed, until it fails or is withdrawn.
	ClaimSends(ctx context.Context, c Claim) ([]care.Send, error)
	// Attention says what public attention the author of a case has had in
	// its thread, and in all since a moment. Answers that are approved and
	// wait to leave are counted as well.
	Attention(ctx context.Context, caseID string, since time.Time) (Attention, error)
	// Settle records what came of a send, in the author's profile too where
	// it is a public one that stands, and moves its case along (Lookups
	// rises where an unknown send stays unknown, and is zero otherwise): public
	// sent → sent (then handed_off when a private message of the case was
	// sent), failed → failed, unknown → unknown, approved → approved.
	Settle(ctx context.Context, done Settlement) error
	Send(ctx context.Context, id string) (care.Send, error)
	Sends(ctx context.Context, states []care.SendState, limit int) ([]care.Send, error)
	CountSends(ctx context.Context) (map[care.SendState]int, error)

	// SaveCorrections keeps what people say of mentions: the latest word of
	// each person on each label. Approve and Decide keep by themselves what
	// they imply, and take it back when they are taken back. Erasing a
	// mention's text erases its corrections.
	SaveCorrections(ctx context.Context, cs []care.Correction) error
	Corrections(ctx context.Context, mentionKey string) ([]care.Correction, error)
	Labelled(ctx context.Context, since time.Time, n int) ([]Labelled, error) // oldest first, the newest n
	Unlabelled(ctx context.Context, n int) ([]MentionRow, error)              // newest first

	// SaveModel keeps a run of learning, and puts its model in force where
	// it has one. UseModel changes which is in force: 0 is the one without
	// anything learned. RollBackModel goes back to the one before.
	SaveModel(ctx context.Context, m Model) (Model, error)
	UseModel(ctx context.Context, version int64, actor string, at time.Time) error
	RollBackModel(ctx context.Context, actor string, at time.Time) (int64, error)
	ActiveModel(ctx context.Context) (int64, error) // cheap: to be polled
	Model(ctx context.Context, version int64) (Model, error)
	Models(ctx context.Context, n int) ([]Model, error) // newest first, without bodies

	Audit(ctx context.Context, object string, after int64, limit int) ([]AuditEntry, error) // object "" is all
	AppendAudit(ctx context.Context, e AuditEntry) error                                    // Seq and Hash are set by the store
	// VerifyAudit walks the chain and returns how many entries hold, and an
	// error naming the first that does not.
	VerifyAudit(ctx context.Context) (int64, error)

	SaveUser(ctx context.Context, u User) error // creates or replaces
	User(ctx context.Context, name string) (User, error)
	Users(ctx context.Context) ([]User, error)
	// SaveSignIn keeps the hash of a one-time sign-in token; RedeemSignIn
	// takes it, once, before it expires, and returns the user's name.
	SaveSignIn(ctx context.Context, tokenHash, user string, expires time.Time) error
	RedeemSignIn(ctx context.Context, tokenHash string, now time.Time) (string, error)

	// Sessions, in the shape scs asks for (CtxStore).
	FindCtx(ctx context.Context, token string) (data []byte, found bool, err error)
	CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error
	DeleteCtx(ctx context.Context, token string) error

	// Tone templates. SaveTemplateDraft keeps the next version of one: ErrConflict
	// where Base is not the newest. ProposeTemplate asks for a second person's
	// approval, DiscardTemplate puts a draft away, PublishTemplate puts one in
	// force, RollBackTemplate one that was before, RetireTemplate none.
	SaveTemplateDraft(ctx context.Context, v TemplateVersion) (TemplateVersion, error)
	ProposeTemplate(ctx context.Context, d TemplateDecision) error
	DiscardTemplate(ctx context.Context, d TemplateDecision) error
	PublishTemplate(ctx context.Context, d TemplateDecision) error
	RollBackTemplate(ctx context.Context, d TemplateDecision) error
	RetireTemplate(ctx context.Context, d TemplateDecision) error
	Templates(ctx context.Context) ([]TemplateVersion, error)          // the newest of each name
	PublishedTemplates(ctx context.Context) ([]TemplateVersion, error) // those in force
	TemplateVersions(ctx context.Context, name string) ([]TemplateVersion, error)
	TemplateVersion(ctx context.Context, name string, version int) (TemplateVersion, error)
	TemplateRevision(ctx context.Context) (int64, error) // cheap: to be polled
	// Two versions of a template side by side; one trial a template.
	StartTrial(ctx context.Context, tr Trial, secondPerson bool) (Trial, error)
	StopTrial(ctx context.Context, id int64, actor string, at time.Time) error
	Trial(ctx context.Context, id int64) (Trial, error)
	Trials(ctx context.Context, name string) ([]Trial, error) // newest first
	RunningTrials(ctx context.Context) ([]Trial, error)
	// What became of templates' drafts. It is counted in the transactions that
	// approve, reject, settle and record.
	TemplateStats(ctx context.Context, since time.Time) ([]TemplateStats, error)
	TrialStats(ctx context.Context, tr Trial) (a, b TemplateStats, err error)
	// How often each known answer was said.
	KnownUses(ctx context.Context, since time.Time) (map[string]int, error)

	Cursor(ctx context.Context, name string) (string, error) // "" when there is none
	SaveCursor(ctx context.Context, name, value string) error

	// How the connectors do, as the holder of each one's lease says.
	SaveHealth(ctx context.Context, h care.Health) error
	Health(ctx context.Context) ([]care.Health, error)
	// Book adds a use to its day (UTC), or reports false, and adds nothing,
	// where the day's budget does not hold it. Used is what was booked.
	Book(ctx context.Context, b Booking) (bool, error)
	Used(ctx context.Context, at time.Time) (map[string]Usage, error)
	// HoldCalls keeps until when a platform wants no calls of a kind, for all
	// processes; DropUsage erases what was counted before a moment's day.
	HoldCalls(ctx context.Context, connector, call string, until time.Time) error
	HeldUntil(ctx context.Context, connector, call string) (time.Time, error)
	DropUsage(ctx context.Context, before time.Time) error

	// AcquireLease takes or renews a named lease until now+ttl; false when
	// somebody else holds it. ReleaseLease lets go of one's own.
	AcquireLease(ctx context.Context, name, holder string, now time.Time, ttl time.Duration) (bool, error)
	ReleaseLease(ctx context.Context, name, holder string) error
}
