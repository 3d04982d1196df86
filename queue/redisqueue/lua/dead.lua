-- ARGV: group, cause, id, lease.
local id = ARGV[3]
if held(id, ARGV[4]) then
	local entry = redis.call('XRANGE', stream, id, id)[1]
	local key, body = message(entry and entry[2] or {})
	bury(id, key, body, ARGV[2])
end
